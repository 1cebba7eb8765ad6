// One trial under its names: the number of its registration, and the acronym that papers and labels use.
import { findIdentifiers } from "@/server/library/references/core/identifiers";
import type { LedgerSource } from "./witness";

export type Trials = {
  /** The registration number a study's name stands for, else the name itself. */
  readonly named: (study: string) => string;
  /** The trial that a sentence names, by number or acronym; null when it names none or several. */
  readonly inSentence: (quote: string) => string | null;
};

const acronym = /(?<![\p{L}\d-])[A-Z][A-Z]+(?:[- ]?[A-Z0-9]+)*(?![\p{L}\d-])/gu;
/** Capitals that stand in many titles and name no trial. */
const commonCapitals = /^(?:HIV|COPD|NSCLC|COVID|USA|FDA|EMA|NCT|DNA|RNA|NVAF|PCI|CKD|DVT|TYPE|PHASE|STUDY|TRIAL|WITH|VERSUS|AND|THE|FOR)\b/;
const shortestAcronym = 4;

/** Reads names from the titles of sources that are about one trial. An acronym that two trials claim names neither. */
export function trialsOf(sources: readonly LedgerSource[]): Trials {
  const numbers = new Map<string, Set<string>>();
  for (const { trial, title } of sources) {
    if (!trial || !title) continue;
    for (const name of acronymsOf(title)) numbers.set(name, (numbers.get(name) ?? new Set()).add(trial));
  }
  const known = new Map([...numbers].flatMap(([name, trials]) => (trials.size === 1 ? [[name, [...trials][0] ?? name] as const] : [])));
  const named = (study: string): string =>
    known.get(study.trim().toUpperCase()) ?? (/^NCT\d{8}$/i.test(study.trim()) ? study.trim().toUpperCase() : study);
  const inSentence = (quote: string): string | null => {
    const found = new Set([...trialNumbers(quote), ...acronymsOf(quote).flatMap((name) => known.get(name) ?? [])]);
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
  };
  return { named, inSentence };
}

/** Registration numbers in a text, each once, in order. */
export function trialNumbers(text: string): string[] {
  return [...new Set(findIdentifiers(text).flatMap(({ kind, value }) => (kind === "nct" ? [value] : [])))];
}

/**
 * The one trial a source is about: a registry record by its own number, a paper by the only number in its text. Labels and guidelines speak of many
 * trials and reviews of none of their own, so only what is a record, a paper or a preprint is bound to one.
 */
export function trialOf(source: { tier: number; title: string; text: string; identities: readonly string[] }): string | null {
  const own = source.identities.find((key) => key.startsWith("nct:"));
  if (own) return own.slice("nct:".length);
  if (source.tier < 4 || source.tier > 6 || /review|meta-?analys/i.test(source.title)) return null;
  const [only, ...more] = trialNumbers(`${source.title}\n${source.text}`);
  return only !== undefined && more.length === 0 ? only : null;
}

function acronymsOf(text: string): string[] {
  return [...text.matchAll(acronym)].map(([name]) => name).filter((name) => name.length >= shortestAcronym && !commonCapitals.test(name));
}
