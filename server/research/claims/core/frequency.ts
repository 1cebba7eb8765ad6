// How often a day: "twice daily", "q8h", "every 12 hours", "once a week", "in three divided doses" (which is not a multiplication).
const month = 30.44;
const counts: Readonly<Record<string, number>> = { once: 1, one: 1, a: 1, twice: 2, two: 2, thrice: 3, three: 3, four: 4, five: 5, six: 6 };
const latin: Readonly<Record<string, number>> = {
  qd: 1,
  od: 1,
  qam: 1,
  qpm: 1,
  qhs: 1,
  hs: 1,
  bid: 2,
  bd: 2,
  tid: 3,
  tds: 3,
  qid: 4,
  qds: 4,
  qod: 0.5,
};
const periods: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month, year: 365.25 };

const lead =
  "^[\\s,(]*(?:(?:orally|by mouth|po|p\\.o\\.|iv|intravenously|sc|subcutaneously|given|taken|administered|of [a-z]+|as a single dose|to be taken)[\\s,]+){0,3}";
const times = new RegExp(
  `${lead}(once|twice|thrice|(?:two|three|four|five|six|\\d{1,2})(?: times| ×| x| doses?)?)[ -]?(?:(daily|weekly|monthly|yearly|nightly)|(?:a|per|each|every|in a|\\/) ?(day|week|month|year))\\b`,
  "i",
);
const every = new RegExp(
  `${lead}(?:every|each|q\\.?) ?(?:(other|alternate|second|third|\\d{1,3}|two|three|four|five|six|eight|twelve)(?:[- ]?(?:to|–|-)[- ]?\\d{1,2})?)?[ -]?(hours?|hrs?|h|days?|d|weeks?|wk|months?|morning|evening|night|bedtime)\\b`,
  "i",
);
const abbreviated = new RegExp(
  `${lead}(q\\.?d\\.?|o\\.?d\\.?|b\\.?i\\.?d\\.?|bd|t\\.?i\\.?d\\.?|tds|q\\.?i\\.?d\\.?|qds|qhs|qod|qam|qpm)(?![a-z])`,
  "i",
);
const plain = new RegExp(
  `${lead}(?:(?:a|per|each|every|\\/) ?(day|week|month)|(daily|weekly|monthly|nightly)|in (?:a|any|one|each) (?:24[- ]?(?:hour|h)(?: period)?|day)|(?:in|within|over|during|per) 24 ?(?:hours|hrs?|h)|at (?:bedtime|night)|in the (?:morning|evening))(?![a-z])`,
  "i",
);

/** Administrations per day read from the words straight after a dose, with the words that say so; null when they say nothing. */
export function readFrequency(after: string): { perDay: number; raw: string } | null {
  const often = times.exec(after);
  if (often) {
    const word = (often[1] ?? "").toLowerCase().replace(/ .*/, "");
    const count = counts[word] ?? Number.parseInt(word, 10);
    const period = often[2]
      ? { daily: 1, nightly: 1, weekly: 7, monthly: month, yearly: 365.25 }[often[2].toLowerCase()]
      : periods[often[3]?.toLowerCase() ?? ""];
    if (count > 0 && period) return { perDay: count / period, raw: often[0].trim() };
  }
  const interval = every.exec(after);
  if (interval) {
    const word = (interval[1] ?? "1").toLowerCase();
    const size =
      { other: 2, alternate: 2, second: 2, third: 3, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, twelve: 12 }[word] ?? Number(word);
    const unit = (interval[2] ?? "").toLowerCase();
    const length = /^h/.test(unit) ? 1 / 24 : /^w/.test(unit) ? 7 : /^mon/.test(unit) ? month : 1;
    if (size > 0) return { perDay: 1 / (size * length), raw: interval[0].trim() };
  }
  const short = abbreviated.exec(after);
  if (short) {
    const perDay = latin[(short[1] ?? "").toLowerCase().replaceAll(".", "")];
    if (perDay) return { perDay, raw: short[0].trim() };
  }
  const single = plain.exec(after);
  if (!single) return null;
  const length = single[1]
    ? (periods[single[1].toLowerCase()] ?? 1)
    : single[2]
      ? { daily: 1, nightly: 1, weekly: 7, monthly: month }[single[2].toLowerCase()]
      : 1;
  return { perDay: 1 / (length ?? 1), raw: single[0].trim() };
}
