import { Mark, type Tone } from "@/app/_ui/marks/mark";
import type { MarkName } from "@/app/_ui/marks/mark-shapes";
import { counted, type DocumentDetail, formatName, sizeWords } from "./document-words";

type Step = { readonly name: string; readonly words: string; readonly state: "done" | "part" | "wait" };

const drawn: Record<Step["state"], { name: MarkName; tone?: Tone }> = {
  done: { name: "done" },
  part: { name: "open", tone: "ochre" },
  wait: { name: "queued" },
};

/** What was done with a file, from its bytes to the search. */
export const DocumentSteps = ({ document }: { document: DocumentDetail }) => (
  <ol className="steps" aria-label="What was done with the file">
    {stepsOf(document).map((step) => (
      <li key={step.name} className={`steps__${step.state}`}>
        <b>
          <Mark {...drawn[step.state]} label={step.state === "part" ? "with a warning" : undefined} />
          {step.name}
        </b>
        {step.words}
      </li>
    ))}
  </ol>
);

function stepsOf({ bytes, hash, mediaType, text, pages, language, passages, warnings }: DocumentDetail): Step[] {
  const read =
    text === null ? "" : pages === null ? counted(text.length, "character") : `${counted(pages, "page")}, ${counted(text.length, "character")}`;
  const ready: Step["state"] = text === null ? "wait" : "done";
  return [
    { name: "Stored", words: `${sizeWords(bytes)}, SHA-256 ${hash.slice(0, 4)}\u2026${hash.slice(-4)}`, state: "done" },
    { name: "Recognised", words: `${formatName(mediaType)}, by its content`, state: "done" },
    { name: warnings.length > 0 ? "Text read, with notes" : "Text read", words: read, state: text !== null && warnings.length > 0 ? "part" : ready },
    { name: "Language", words: text === null ? "" : languageName(language), state: ready },
    { name: "Passages", words: text === null ? "" : `${passages.toLocaleString("en")}, each at its place in the text`, state: ready },
    { name: "Indexed", words: text === null ? "" : "by words; no model of meanings is set", state: ready },
  ];
}

function languageName(code: string | null): string {
  if (code === null) return "not known";
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}
