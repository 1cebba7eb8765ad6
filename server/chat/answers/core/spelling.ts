// Two spellings of one English word: haemodialysis and hemodialysis, randomised and randomized, colour and color.
const swaps: readonly (readonly [RegExp, string])[] = [
  [/ae(?=[mstdn])/, "e"],
  [/oe(?=[dsm])/, "e"],
  [/is(?=(?:e[drs]?|es|ing|ation|ations)$)/, "iz"],
  [/iz(?=(?:e[drs]?|es|ing|ation|ations)$)/, "is"],
  [/ys(?=(?:e[drs]?|ing)$)/, "yz"],
  [/our(?=$|s$|ed$|ing$|able$|al$)/, "or"],
  [/(?<=[aeio])ll(?=(?:ed|ing|er)$)/, "l"],
];
const american: readonly (readonly [RegExp, string])[] = [
  [/^hem(?=[aot])/, "haem"],
  [/^pedi/, "paedi"],
  [/^anem/, "anaem"],
  [/^anesth/, "anaesth"],
  [/glycem/, "glycaem"],
  [/^fet(?=al|us)/, "foet"],
  [/^esoph/, "oesoph"],
  [/^estr/, "oestr"],
  [/^edem/, "oedem"],
  [/rrhea/, "rrhoea"],
];

/** Other spellings of a word in lower case; empty for most. */
export function spellings(word: string): string[] {
  const others = [...swaps, ...american].map(([from, to]) => word.replace(from, to)).filter((other) => other !== word);
  return [...new Set(others)];
}
