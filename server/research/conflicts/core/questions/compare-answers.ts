// Whether two answers to one question are the same. Numbers, dates and yes-or-no by the comparison of claims; names and terms by their words.
import { factSchema } from "@/server/research/categories/schema";
import type { ClaimValue } from "@/server/research/claims/schema";
import { compareClaims } from "../compare";
import { isContent, type Word, wordsOf } from "./question-words";
import type { Question } from "./read-question";

const plain = { qualifiers: {}, polarity: "affirmed" } as const;
const tolerance = { rounding: 0.01, minor: 0.02 };
const dateFact = factSchema.parse({ name: "answer", label: "Answer", kind: "date" });
const booleanFact = factSchema.parse({ name: "answer", label: "Answer", kind: "boolean" });
/** Share of the shorter name's words that must stand in the longer one. */
const sharedNames = 0.6;
/** Words that many names share. */
const common = new Set(
  "university college school institute city town village county river mount lake saint st street club fc united party sir dr mr mrs madame pope king queen saint president professor".split(
    " ",
  ),
);
/** How much an approximate number may be off. */
const roundedOff = 0.06;

/** A dose is told with and without the day it is meant for. */
const perDay = /\/d$/;

/** True where the two cannot both be right and mean the same; not comparable values are neither. */
export function answersAgree(question: Question, a: ClaimValue, b: ClaimValue): boolean | null {
  if (a.kind === "term" && b.kind === "term") return sameTerm(question, a.value, b.value);
  if (a.kind === "quantity" && b.kind === "quantity" && a.unit !== b.unit && perDay.test(a.unit) !== perDay.test(b.unit))
    return answersAgree(question, { ...a, unit: a.unit.replace(perDay, "") }, { ...b, unit: b.unit.replace(perDay, "") });
  const { verdict } = compareClaims(factFor(a, b), { ...plain, value: a }, { ...plain, value: b });
  return verdict === "not_comparable" ? null : verdict === "agree" || verdict === "rounding";
}

function factFor(a: ClaimValue, b: ClaimValue) {
  if (a.kind === "date") return dateFact;
  if (a.kind === "boolean") return booleanFact;
  const approx = (a.kind === "quantity" && a.approx) || (b.kind === "quantity" && b.approx);
  const unit = a.kind === "quantity" ? a.unit : "1";
  return factSchema.parse({
    name: "answer",
    label: "Answer",
    kind: "quantity",
    unit,
    tolerance: approx ? { rounding: roundedOff, minor: roundedOff } : tolerance,
  });
}

/** "Henry Dunant", "Jean-Henri Dunant" and "Dunant" are one; "Anna Berg" and "Karl Berg" are two. */
function samePerson(a: string, b: string): boolean | null {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [one, other] = [left.at(-1), right.at(-1)];
  if (!one || !other || one.key !== other.key) return null;
  const first = (words: readonly Word[]): readonly Word[] => words.slice(0, -1).filter((word) => !common.has(word.text.toLowerCase()));
  const [mine, theirs] = [first(left), first(right)];
  if (mine.length === 0 || theirs.length === 0) return true;
  return mine.some((x) => theirs.some((y) => x.key.slice(0, 3) === y.key.slice(0, 3) || isInitial(x.key, y.key)));
}

/** "J. F. Kennedy" and "John F. Kennedy", "Austin, Texas" and "Austin", "UN" and "United Nations". */
function sameTerm(question: Question, a: string, b: string): boolean {
  const person = question.kind === "person" ? samePerson(a, b) : null;
  if (person !== null) return person;
  const [left, right] = [contentOf(a, question.words), contentOf(b, question.words)];
  if (left.length === 0 || right.length === 0) return a.toLowerCase() === b.toLowerCase();
  const [small, large] = left.length <= right.length ? [left, right] : [right, left];
  // Of two descriptions the last word says what it is: a "running back" is no "cornerback", however American both are.
  if (isDescription(a) && isDescription(b)) {
    const [head, other] = [left.at(-1) ?? "", right.at(-1) ?? ""];
    const shared = left.includes(other) ? other : right.includes(head) ? head : null;
    return shared !== null && (question.describes || sharesModifier(without(left, shared), without(right, shared)));
  }
  const shared = small.filter((key) => large.some((other) => other === key || (/\p{Lu}\./u.test(`${a} ${b}`) && isInitial(key, other)))).length;
  return shared / small.length >= sharedNames || isAcronym(a, b) || isAcronym(b, a);
}

/** "Overall survival" and "progression-free survival" are two kinds of one thing. */
function sharesModifier(left: readonly string[], right: readonly string[]): boolean {
  return left.length === 0 || right.length === 0 || left.some((key) => right.includes(key));
}

const without = (keys: readonly string[], one: string): string[] => keys.filter((key) => key !== one);

function isDescription(text: string): boolean {
  return /(?:^|[\s-])\p{Ll}[\p{L}-]*$/u.test(text);
}

function contentOf(text: string, asked: ReadonlySet<string>): string[] {
  const words = wordsOf(text).filter((word) => isContent(word) && !asked.has(word.text.toLowerCase()));
  const telling = words.filter((word) => !common.has(word.text.toLowerCase()));
  return (telling.length > 0 ? telling : words).map((word) => word.key);
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function isAcronym(short: string, long: string): boolean {
  const letters = short.replace(/[.\s]/g, "");
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false;
  return (long.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join("") === letters;
}
