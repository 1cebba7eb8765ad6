// Which correction of a word is a slip of the keyboard, and not another word: "patents" are no patients, and hypertension is no hypotension.
import { slips } from "@/server/library/search/core/nearest-word";
import { lexemesOf } from "./question";
import { isOfTitles } from "./read-as";

const shortest = 6;
/** Of words that no title has, only long ones are told apart from others by a single letter. */
const long = 8;
const opposites = /^(?:hyper|hypo|in|un|non|anti|pre|post|mono|di|tri)/;
const letters = (word: string): string => [...word].sort().join("");

/** Whether `near`, a word of the library, is what `word` was meant to be. `titles` are lexemes of what the library is about. */
export function isSlip(word: string, near: string, titles: ReadonlySet<string>): boolean {
  const from = fold(word);
  const to = fold(near);
  if (from.length < shortest || from === to || /\d/.test(from)) return false;
  if (opposites.exec(from)?.[0] !== opposites.exec(to)?.[0]) return false;
  const apart = slips(from, to, 2);
  const subject = lexemesOf(near).some((lexeme) => isOfTitles(lexeme, titles));
  if (subject) return apart <= (from.length < long ? 1 : 2);
  return from.length >= long && (apart <= 1 || letters(from) === letters(to));
}

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");

const grammar = "which what where when does should would could about between during after before because".split(" ");

/** The word of grammar that a word, known nowhere, was meant to be: "wich". Null for others. */
export function grammarMeant(word: string): string | null {
  const lower = word.toLowerCase();
  return lower.length < 4 || /[^a-z]/.test(lower) ? null : (grammar.find((one) => slips(lower, one, 1) === 1 && isMistyped(lower, one)) ?? null);
}

/** A letter too many or too few, or two that changed places; another letter makes another word. */
const isMistyped = (word: string, meant: string): boolean => word.length !== meant.length || letters(word) === letters(meant);
