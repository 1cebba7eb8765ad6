import type { Writing } from "@/server/research/editions/panel/schema";

/** Who wrote the text of a category, and what a model that was asked failed at. */
export const WritingLine = ({ writing }: { writing: Writing }) => <span>{writingWords(writing)}</span>;

/** Only what passed the gate is printed, whoever wrote it. */
export function writingWords({ model, proposed, kept, reasons }: Writing): string {
  const told = reasons.map((reason) => (reason.endsWith(".") ? reason : `${reason}.`));
  if (model === null) return ["Written without a model: sentences chosen from passages.", ...told].join(" ");
  if (kept === 0) return [`${model} was asked to write; the text is made of sentences chosen from passages.`, ...told].join(" ");
  return [`Drafted by ${model}: ${kept} of its ${proposed} ${proposed === 1 ? "sentence" : "sentences"} passed the gate.`, ...told].join(" ");
}
