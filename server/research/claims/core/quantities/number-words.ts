// Numbers spelled as words: "twenty-four", "two and a half", "a dozen", "three quarters of", "twofold".
import type { NumberToken } from "./types";

const units: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 };
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};
const simple = `(?:${[...Object.keys(units), ...Object.keys(tens)].join("|")})`;
const scale = "(?:hundred|thousand|million|billion|trillion|dozen)";
// Words join by "and" only after hundred, thousand, million, or before "a half": "between thirty and sixty" are two numbers.
const spelled = new RegExp(
  `\\b(?!one[ -]half\\b)(?:(?:an?|${simple})[ -](?:${scale})|${simple})(?:(?:(?<=hundred|thousand|million|billion)(?:,? (?:and|&) |, ?)|[ -])(?:${simple}|${scale})(?![ -](?:of an?)\\b))*(?:,? and (?:a|one)[ -](?:half|quarter|third))?(?:[ -](?:halves|thirds|quarters|fourths|fifths|sixths|eighths|tenths|third|quarter|fifth|sixth|eighth|tenth)\\b)?\\b`,
  "gi",
);
const halfOf =
  /\b(?:(?:a|one)[ -])?half(?= (?:of|an?|the)\b|[ -](?:hour|hours|mile|miles|day|life\b(?!-)|year|million|dozen))|\b(?:a|one)[ -](?:half|third|quarter|fifth|tenth)(?= of\b)|\b(?:a|one)[ -]half\b(?![ -]li(?:fe|ves))/gi;
const foldWord = new RegExp(`\\b(${simple}|hundred|thousand|several)(?:[ -]?)(?=fold\\b)`, "gi");

/** Number words in normalised, masked text. */
export function findNumberWords(text: string): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of text.matchAll(spelled)) add(found, text, match.index, match[0]);
  for (const match of text.matchAll(halfOf)) {
    const name = /half|third|quarter|fifth|tenth/i.exec(match[0])?.[0].toLowerCase() ?? "half";
    const token = { start: match.index, end: match.index + match[0].length, value: 1 / (parts[name] ?? 2), word: true, plain: false };
    if (
      !/^(?:(?:a|one)[ -])?half-li/i.test(text.slice(match.index, match.index + 12)) &&
      !found.some((each) => each.start < token.end && token.start < each.end)
    )
      found.push(token);
  }
  for (const match of text.matchAll(foldWord)) {
    const value = units[match[1]?.toLowerCase() ?? ""] ?? tens[match[1]?.toLowerCase() ?? ""] ?? scales[match[1]?.toLowerCase() ?? ""];
    const token = { start: match.index, end: match.index + (match[1]?.length ?? 0), value: value ?? 0, word: true, plain: true };
    if (value !== undefined && !found.some((each) => each.start < token.end && token.start < each.end)) found.push(token);
  }
  return found;
}

function add(found: NumberToken[], text: string, start: number, raw: string): void {
  const value = readWords(raw);
  const lower = raw.toLowerCase();
  const end = start + raw.length;
  const after = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, start - 16), start);
  if (value === null) return;
  if (/[\p{L}\d]-$/u.test(before)) return;
  if (lower in tens && /^-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b/.test(after)) return;
  if (lower === "one" && !oneIsCounted(before, after)) return;
  if (/^-(?:dimensional|way|sided|tailed|third|of-a-kind)/.test(after) && !/^-third/.test(after)) return;
  found.push({ start, end, value, word: true, plain: true });
}

function oneIsCounted(before: string, after: string): boolean {
  if (/\b(?:no|any|some|every|each|this|that|which|another|the|only|as|by|for) $/i.test(before)) return false;
  if (
    /^ (?:of|or|another|in|to|can|could|may|might|must|should|would|has|is|was|by|for|from|at|on|that|which|who|would|the|does|cannot|and|with|after|needs|wishes|hand\b)/i.test(
      after,
    )
  ) {
    return /^ (?:to|or|and) (?:two|three|four|five|six|more|a half|\d)/i.test(after);
  }
  return /^[ -][a-z]/.test(after);
}

/** The value of number words, or null when they do not form one number. */
function readWords(raw: string): number | null {
  let total = 0;
  let current = 0;
  let seen = false;
  let rest = raw.toLowerCase().replace(/[,&]/g, " ");
  const tail = /(?: and)? (?:a|one)[ -](half|quarter|third)$/.exec(rest);
  if (tail && /[a-z]/.test(rest.slice(0, tail.index))) rest = rest.slice(0, tail.index);
  const words = rest.split(/[\s-]+/).filter((word) => word !== "" && word !== "and");
  for (const [index, word] of words.entries()) {
    const small = units[word] ?? tens[word];
    const big = scales[word];
    const part = parts[word];
    if (small !== undefined) current += small;
    else if (word === "a" || word === "an") current += 1;
    else if (big !== undefined && big <= 100) current = (current || 1) * big;
    else if (big !== undefined) {
      total += (current || 1) * big;
      current = 0;
    } else if (part !== undefined && index === words.length - 1 && seen) return (total + current) / part;
    else return null;
    seen = true;
  }
  if (!seen) return null;
  return total + current + (tail ? 1 / (parts[tail[1] ?? "half"] ?? 2) : 0);
}
