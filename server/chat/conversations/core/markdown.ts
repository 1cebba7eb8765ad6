// A conversation as Markdown: every sentence with footnotes, every footnote with the words that were cited, where they stand, and under which licence. Pure.
import type { AnswerSentence, ChatCitation } from "../../answers/schema";
import type { ChatSource, TurnView } from "../../answers/turn-view";

type Exported = {
  readonly title: string;
  readonly note: string | null;
  readonly turns: readonly TurnView[];
  readonly sources: readonly ChatSource[];
};

/** `at` is the ISO time of the export; `origin` is where this program is reached ("https://host"), for links, or empty. */
export function conversationMarkdown({ title, note, turns, sources }: Exported, at: string, origin = ""): string {
  const notes = footnotesOf(turns);
  const parts = [
    `# ${plain(title)}`,
    ...(note ? [`About: ${plain(note)}`] : []),
    `Exported on ${dayOf(at)}. Every sentence was checked against the passage that its footnote quotes: it says what the source says, not that the source is right.`,
    ...turns.map((turn) => turnOf(turn, notes)),
    ...(sources.length > 0 ? ["## Sources", sources.map(sourceOf).join("\n")] : []),
    ...(notes.size > 0 ? [[...notes.values()].map((one) => footnote(one, sources, origin)).join("\n\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

type Footnote = { readonly number: number; readonly citation: ChatCitation };
type Footnotes = ReadonlyMap<string, Footnote>;

const keyOf = ({ source, start, end, sentence, quote }: ChatCitation): string => `${source}:${start}:${end}:${sentence ?? ""}:${quote}`;

/** Every place that is cited, once, numbered in the order of its first use. */
function footnotesOf(turns: readonly TurnView[]): Footnotes {
  const notes = new Map<string, Footnote>();
  for (const citation of turns.flatMap(({ answer }) => answer.body.sentences.flatMap(({ citations }) => citations)))
    if (!notes.has(keyOf(citation))) notes.set(keyOf(citation), { number: notes.size + 1, citation });
  return notes;
}

function turnOf({ text, askedAt, answer }: TurnView, notes: Footnotes): string {
  const { status, body, model, error, carried } = answer;
  const marks = ({ citations }: AnswerSentence) => citations.map((citation) => `[^${notes.get(keyOf(citation))?.number ?? 0}]`).join("");
  const said = (sentences: readonly AnswerSentence[]) =>
    sentences.map((one) => `${plain(one.text)}${marks(one)}`).join(model === null && !body.interpretive ? "\n\n" : " ");
  const named = [...new Set(body.sentences.map(({ tradition }) => tradition))];
  const prose = body.interpretive
    ? named.map((name) => {
        const own = said(body.sentences.filter(({ tradition }) => tradition === name));
        return name === null ? own : `**${plain(name)}.** ${own}`;
      })
    : [said(body.sentences)];
  const how = model === null ? "sentences of the sources, as they stand" : `written by ${plain(model)}, every sentence checked`;
  const about = [
    `Asked on ${dayOf(askedAt)}`,
    ...(carried.length > 0 ? [`read with ${carried.map(plain).join(", ")} from before`] : []),
    ...(body.sentences.length > 0 ? [how] : []),
    ...(body.confidence ? [`confidence ${body.confidence.value} of 100`] : []),
  ];
  return [
    `## ${plain(text)}`,
    `*${about.join("; ")}.*`,
    ...(body.sentences.length > 0 ? prose : []),
    ...(body.interpretive ? ["These readings differ. They are kept apart: none is preferred, counted or averaged."] : []),
    ...(status === "declined" ? ["The library does not say."] : []),
    ...(status === "stopped" ? ["Stopped by the reader."] : []),
    ...(error ? [plain(error)] : []),
    ...[...(body.searched.notes ?? []), ...body.notes].map(plain),
    ...body.conflicts.map(({ category, statement }) => `Open conflict, ${plain(category)}: ${plain(statement)}`),
    ...(body.withheld.length > 0
      ? [`${body.withheld.length} withheld:`, body.withheld.map((one) => `- ${plain(one.text)} (${plain(one.reason)})`).join("\n")]
      : []),
  ].join("\n\n");
}

function sourceOf({ number, title, publisher, date, licence, superseded }: ChatSource): string {
  const about = [publisher, date, licence && `licence ${licence}`, superseded ? "replaced by a later edition" : null].flatMap((part) => part || []);
  return `${number}. ${plain(title)}${about.length > 0 ? ` (${about.map(plain).join(", ")})` : ""}`;
}

/** "[^1]: “The words.” Title (2018), Dosage, page 4. Licence CC-BY-4.0. <https://host/library/…>" */
function footnote({ number, citation }: Footnote, sources: readonly ChatSource[], origin: string): string {
  const source = sources.find((one) => one.number === citation.source);
  const { heading, page, sentence, start, end, quote } = citation;
  const at = sentence === null ? `characters ${start} to ${end}` : `sentence ${sentence} of the edition`;
  const place = [heading, page === null ? null : `page ${page}`, page === null ? at : null].flatMap((part) => part ?? []).map(plain);
  const title = source ? `${plain(source.title)}${source.date ? ` (${plain(source.date)})` : ""}` : "A source that is gone";
  const licence = source?.licence ? ` Licence ${plain(source.licence)}.` : "";
  const link = source ? linkOf(source, citation) : null;
  return `[^${number}]: “${plain(quote)}” ${[title, ...place].join(", ")}.${licence}${link === null ? "" : ` <${origin}${link}>`}`;
}

function linkOf({ documentId, requestId, slug }: ChatSource, { start, end, sentence }: ChatCitation): string | null {
  if (documentId !== null) return `/library/${documentId}?start=${start}&end=${end}`;
  return requestId !== null && slug !== null ? `/research/${requestId}/text/${slug}${sentence === null ? "" : `?s=${sentence}`}` : null;
}

/** "20 November 2026, 16:04 UTC" */
function dayOf(iso: string): string {
  const date = new Date(iso);
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** One line, in which no character opens markup of its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
