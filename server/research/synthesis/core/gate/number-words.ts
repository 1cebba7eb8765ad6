// Words that are numbers or parts of them.
const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(
  " ",
);

export const cardinals = new Map<string, number>();
small.forEach((w, i) => {
  cardinals.set(w, i);
});
tens.forEach((w, i) => {
  cardinals.set(w, 20 + 10 * i);
});
cardinals.set("dozen", 12);
cardinals.set("twice", 2);
cardinals.set("thrice", 3);
export const ordinalWords = new Map(ordinals.map((w, i) => [w, i]));
ordinalWords.set("twentieth", 20);
export const fractionWords = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
  ["quarters", 0.25],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["fifth", 0.2],
  ["fifths", 0.2],
  ["sixth", 1 / 6],
  ["eighth", 0.125],
  ["tenth", 0.1],
  ["tenths", 0.1],
]);
export const multipliers = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["millions", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["bn", 1e9],
  ["mn", 1e6],
  ["mln", 1e6],
]);

/** True for a lower-case word that can begin a number. */
export const isNumberWord = (lower: string): boolean =>
  lower === "once" ||
  cardinals.has(lower) ||
  ordinalWords.has(lower) ||
  fractionWords.has(lower) ||
  /^(?:hundred|thousand|million|billion)$/.test(lower);
