// What pages say about the parts of a document's processing.
import type { StepItem } from "@/server/library/documents/list-steps";
import { counted, type DocumentItem, formatName, sizeWords } from "./document-words";

export const stepNames: Readonly<Record<StepItem["step"], string>> = {
  read: "Text read",
  index: "In the search",
  references: "References",
  themes: "Themes",
  meanings: "Meanings",
  record: "Register",
};

/** While a part is under way. */
const doing: Readonly<Record<StepItem["step"], string>> = {
  read: "Reading the text",
  index: "Cutting passages",
  references: "Looking for references",
  themes: "Looking for themes",
  meanings: "Comparing meanings",
  record: "Asking the register of its DOI",
};

type StepDocument = Pick<DocumentItem, "steps" | "status" | "mediaType" | "bytes" | "hash" | "language" | "passages" | "pages" | "warnings">;
export type ShownStep = {
  readonly step: StepItem["step"];
  /** part: done, with something to keep in mind. */
  readonly looks: "done" | "part" | "failed" | "running" | "wait";
  readonly words: string;
};

/** Every part in order, each with what came of it. Documents of before these were kept show what is known of them. */
export function shownSteps(document: StepDocument): ShownStep[] {
  return document.steps.map(({ step, status, detail }): ShownStep => {
    const first = step === "read" || step === "index";
    if (status === "running") return { step, looks: "running", words: doing[step] };
    if (status === "failed") return { step, looks: "failed", words: detail };
    if (status === "waiting" && !(first && document.status === "ready")) return { step, looks: "wait", words: "" };
    if (status === "skipped") return { step, looks: "wait", words: sentence(detail) };
    if (step === "read") return { step, looks: document.warnings.length > 0 ? "part" : "done", words: fileWords(document, detail) };
    return {
      step,
      looks: "done",
      words: step === "index" ? `${counted(document.passages, "passage")}, each at its place` : sentence(detail),
    };
  });
}

/** What is being done with a document just now; null when nothing is. */
export function nowDoing(steps: readonly StepItem[]): string | null {
  const running = steps.find(({ status }) => status === "running");
  return running ? doing[running.step] : null;
}

function fileWords({ mediaType, bytes, hash, language }: StepDocument, detail: string): string {
  const spoken = language === null ? "language not known" : (new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language);
  const parts = [formatName(mediaType), sizeWords(bytes), detail, spoken, shortHash(hash)];
  return sentence(parts.filter((part) => part !== "").join(", "));
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Kept in one line: the halves of a hash say nothing each. */
const shortHash = (hash: string): string => `SHA-256\u00a0${hash.slice(0, 4)}\u2060\u2026\u2060${hash.slice(-4)}`;
