// Counting and cutting by words where some scripts have blanks between them and some have none.

/** Han, kana, hangul and the Indochinese scripts: two characters count as a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

export function wordCount(text: string): number {
  const dense = text.match(unspaced)?.length ?? 0;
  const rest = dense > 0 ? text.replace(unspaced, " ") : text;
  return Math.ceil(dense / 2) + (rest.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0);
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
/** After these a full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|cf|vs|approx|ca|etc|et al|Fig|Figs|Tab|No|Nos|Dr|Prof|St|Mr|Mrs|Ms|vol|ed|eds|pp|p|ch|vv|v|resp|incl|max|min|U\.S|[A-Z])\.)\s*$/;

/** Sentence ranges that cover the text without a gap, trailing blanks included. Line ends inside a paragraph part nothing. */
export function sentenceRanges(text: string): { start: number; end: number }[] {
  const flat = text.replace(/[\n\r\f\u2028\u2029\u0085]/g, " ");
  const ranges: { start: number; end: number }[] = [];
  for (const { segment, index } of sentences.segment(flat)) {
    const last = ranges.at(-1);
    const glued = last && (abbreviation.test(flat.slice(Math.max(last.start, last.end - 24), last.end)) || /^[\p{Ll}\d,;)]/u.test(segment));
    if (last && glued) last.end = index + segment.length;
    else ranges.push({ start: index, end: index + segment.length });
  }
  return ranges;
}

/** Cuts a range without sentence ends into pieces of about `most` words, at blanks where there are any. */
export function wordRanges(text: string, most: number): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + cutLength(text.slice(start, start + most * 40), most, text.length - start);
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

function cutLength(window: string, most: number, left: number): number {
  let words = 0;
  const pieces = window.matchAll(/\s*(?:[^\s]{1,60})/g);
  let end = 0;
  for (const piece of pieces) {
    words += wordCount(piece[0]);
    if (words > most && end > 0) return end;
    end = piece.index + piece[0].length;
  }
  return window.length >= left ? left : Math.max(1, wholeCharacters(window, end));
}

/** Never between the halves of a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}
