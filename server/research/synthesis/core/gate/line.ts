// One sentence made ready: its tokens, the items that alignment compares, and lazily what single rules need.

import { monthAt } from "./months";
import { type Cue, findCues } from "./negation";
import { findQuantities, type Quantity } from "./quantities";
import { type Token, tokenise } from "./tokens";

/** A word or a whole number. Marks are no items. */
export type Item = {
  /** Stem of a word, "#value" of a number. */
  key: string;
  stop: boolean;
  /** Index of its quantity in `quantities`, or -1. */
  quantity: number;
  /** Index of its first token. */
  token: number;
};

export type Line = {
  text: string;
  tokens: Token[];
  readonly items: Item[];
  quantities: Quantity[];
  /** Keys of the items that are not stop words. */
  keys: ReadonlySet<string>;
  cues: () => Cue[];
  /** Months by token index. */
  months: () => ReadonlyMap<number, number>;
};

/** A value made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function itemsOf(tokens: readonly Token[], quantities: readonly Quantity[]): Item[] {
  const items: Item[] = [];
  let index = 0;
  for (let at = 0; at < tokens.length; at++) {
    while ((quantities[index]?.numberTo ?? Number.POSITIVE_INFINITY) <= at) index++;
    const token = tokens[at];
    if (!token || token.kind === "mark") continue;
    const quantity = quantities[index];
    if (quantity && at >= quantity.from && at < quantity.numberTo) {
      items.push({ key: `#${quantity.value}`, stop: false, quantity: index, token: at });
      at = quantity.numberTo - 1;
      continue;
    }
    items.push({ key: token.stem, stop: token.stop, quantity: -1, token: at });
  }
  return items;
}

function monthsOf(tokens: readonly Token[]): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < tokens.length; at++) {
    const month = monthAt(tokens, at);
    if (month > 0) found.set(at, month);
  }
  return found;
}

/** The keys alone, without making an item of every word: most sentences of a page are never aligned. */
function keysOf(tokens: readonly Token[], quantities: readonly Quantity[]): Set<string> {
  const keys = new Set<string>();
  let at = 0;
  for (const quantity of [...quantities, null]) {
    const until = quantity?.from ?? tokens.length;
    for (; at < until; at++) {
      const token = tokens[at];
      if (token && token.kind !== "mark" && !token.stop) keys.add(token.stem);
    }
    if (quantity === null) break;
    keys.add(`#${quantity.value}`);
    at = quantity.numberTo;
  }
  return keys;
}

// A class, because a page has a hundred lines and a closure for each lazy part would cost more than most lines are ever asked for.
class PreparedLine implements Line {
  readonly text: string;
  readonly tokens: Token[];
  readonly quantities: Quantity[];
  readonly keys: ReadonlySet<string>;
  #items: Item[] | null = null;
  #cues: Cue[] | null = null;
  #months: ReadonlyMap<number, number> | null = null;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenise(text);
    this.quantities = findQuantities(text, this.tokens);
    this.keys = keysOf(this.tokens, this.quantities);
  }
  get items(): Item[] {
    this.#items ??= itemsOf(this.tokens, this.quantities);
    return this.#items;
  }
  cues(): Cue[] {
    this.#cues ??= findCues(this.tokens);
    return this.#cues;
  }
  months(): ReadonlyMap<number, number> {
    this.#months ??= monthsOf(this.tokens);
    return this.#months;
  }
}

/** Prepares one normalised sentence. */
export function makeLine(text: string): Line {
  return new PreparedLine(text);
}
