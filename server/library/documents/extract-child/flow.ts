// Text as it is written down: paragraphs, headings, rows and pages, with the offsets of each.

export type Flow = {
  readonly paragraph: (text: string) => void;
  /** A line that belongs to the one before: a list entry or the row of a table. */
  readonly line: (text: string) => void;
  readonly heading: (text: string) => void;
  /** Starts the next page, which may stay empty. */
  readonly page: () => void;
  readonly length: () => number;
  readonly end: () => { readonly text: string; readonly headings: number[]; readonly pageStarts: number[] };
};

export function makeFlow(): Flow {
  const parts: string[] = [];
  const headings: number[] = [];
  const pageStarts: number[] = [];
  let length = 0;
  let last: "start" | "block" | "line" = "start";
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const add = (raw: string, kind: "block" | "line", heading = false) => {
    const text = tidy(raw);
    if (!/[^\s.|-]/.test(text)) return;
    if (last !== "start") push(kind === "line" && last === "line" ? "\n" : "\n\n");
    if (heading) headings.push(length);
    push(text);
    last = kind;
  };
  return {
    paragraph: (text) => add(text, "block"),
    line: (text) => add(text, "line"),
    heading: (text) => add(text.replace(/\s+/g, " "), "block", true),
    page() {
      if (pageStarts.length > 0) push("\f");
      pageStarts.push(length);
      last = "start";
    },
    length: () => length,
    end: () => ({ text: parts.join(""), headings, pageStarts }),
  };
}

/** What cannot be stored or seen goes; of white space only single blanks and line ends stay. */
function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\u00ad]/g, "")
      .replace(/[^\S\n\u00a0]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n")
      .trim()
  );
}
