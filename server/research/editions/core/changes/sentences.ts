// Sentences of a category's text: those that left it, those that came, and those that were put in other words. Their order is no change.
import type { Change, Reading } from "../../changes/schema";
import type { EditionCategory } from "../../schema";
import { causeOf, type Pair } from "./cause";
import { keyOf, numbersOf, type Side } from "./compared";
import { difference, type Fields } from "./fields";

type Sentence = EditionCategory["summary"]["sentences"][number];

/** Words in common from which a sentence counts as another wording of one that is gone. */
const alike = 0.5;

export function compareSentences(pair: Pair): Fields {
  const [before, after] = [byText(pair.before), byText(pair.after)];
  const gone = difference(before.keys(), after.keys());
  const came = difference(after.keys(), before.keys());
  const overridden = rulingsOf(pair.before) !== rulingsOf(pair.after);
  const { slug } = pair.after.category;
  const taken = new Set<string>();
  const change = (was: Sentence | undefined, is: Sentence | undefined, field: string): Change => ({
    kind: "sentence",
    category: slug,
    field,
    label: is?.section ?? was?.section ?? "Text",
    before: was ? readingOf(was, pair.before) : null,
    after: is ? readingOf(is, pair.after) : null,
    ...causeOf(pair, { gone: citedBy(was, pair.before), came: citedBy(is, pair.after) }, overridden),
  });
  const changes: Change[] = [];
  for (const text of gone) {
    const was = before.get(text);
    const successor = came
      .filter((other) => !taken.has(other))
      .map((other) => ({ other, likeness: likeness(text, other) }))
      .filter(({ likeness: share }) => share >= alike)
      .sort((a, b) => b.likeness - a.likeness || (a.other < b.other ? -1 : 1))[0]?.other;
    if (successor !== undefined) taken.add(successor);
    changes.push(change(was, successor === undefined ? undefined : after.get(successor), text));
  }
  for (const text of came) if (!taken.has(text)) changes.push(change(undefined, after.get(text), text));
  return { changes: changes.map((each) => displaced(each, changes)), compared: new Set([...before.keys(), ...after.keys()]).size - taken.size };
}

/** A sentence that nothing speaks against made room for one that came: a text has only so many. */
function displaced(change: Change, all: readonly Change[]): Change {
  if (change.after !== null || change.cause !== "answered_otherwise") return change;
  const newcomer = all.find((other) => other.before === null && other.cause !== "answered_otherwise");
  return newcomer ? { ...change, cause: newcomer.cause, because: `It made room for another sentence. ${newcomer.because}` } : change;
}

function byText({ category }: Side): Map<string, Sentence> {
  return new Map(category.summary.sentences.map((sentence) => [normal(sentence.text), sentence]));
}

const normal = (text: string): string => text.replace(/\s+/g, " ").trim();

function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / (x.size + y.size - shared || 1);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function citedBy(sentence: Sentence | undefined, { sources }: Side): Set<string> {
  return new Set(sentence?.citations.flatMap(({ sourceId }) => sources.get(sourceId) ?? []).map(keyOf));
}

function readingOf(sentence: Sentence, side: Side): Reading {
  return { text: normal(sentence.text), sources: numbersOf(citedBy(sentence, side), side), note: null };
}

function rulingsOf({ category }: Side): string {
  return category.conflicts
    .flatMap(({ attribute, override }) => (override ? [`${attribute} ${override.ruling}`] : []))
    .sort()
    .join("\n");
}
