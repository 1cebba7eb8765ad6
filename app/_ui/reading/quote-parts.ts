// Cutting a quotation into the words that are cited and the words around them. Offsets count UTF-16 units.

export type QuotePart = { readonly start: number; readonly text: string; readonly marked: boolean };

/** `marks` are stretches of `text`; those that overlap or touch become one, those outside are dropped. */
export const quoteParts = (text: string, marks: readonly { readonly start: number; readonly end: number }[]): QuotePart[] => {
  const parts: QuotePart[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end <= at) return;
    const last = parts.at(-1);
    if (last && last.marked === marked) parts[parts.length - 1] = { ...last, text: last.text + text.slice(at, end) };
    else parts.push({ start: at, text: text.slice(at, end), marked });
    at = end;
  };
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    add(Math.min(mark.start, text.length), false);
    add(Math.min(mark.end, text.length), true);
  }
  add(text.length, false);
  return parts;
};

/** Where `words` stand in `text`, first occurrence; no mark when they do not. */
export const marksOf = (text: string, words: readonly string[]): { start: number; end: number }[] =>
  words.flatMap((each) => {
    const start = each === "" ? -1 : text.indexOf(each);
    return start < 0 ? [] : [{ start, end: start + each.length }];
  });
