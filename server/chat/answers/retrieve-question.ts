import type { Ctx, OwnerScope } from "@/server/platform/context";
import type { ChatScope } from "../conversations/schema";
import { wordsOf } from "./core/question";
import type { Earlier } from "./core/read-as";
import { replyTo, type Talk, talkOf } from "./core/small-talk";
import type { Part, Stretch } from "./core/stretch";
import { readQuestion } from "./read-question";
import { type Retrieval, retrievePassages, type SearchedIn, searchedIn } from "./retrieve-passages";

/** Stretches of a part that a question of several parts keeps. */
const keptOfPart = 10;

/** The passages for a question: for each of the questions in it, those that have most of what it asks. `ctx.actor` is the owner. */
export async function retrieveQuestion(
  ctx: Ctx,
  owner: OwnerScope,
  { text, earlier, scope }: { text: string; earlier: readonly Earlier[]; scope: ChatScope },
): Promise<Retrieval> {
  const from = await searchedIn(ctx, owner, scope, wordsToFind([text, ...earlier.map((one) => one.text).reverse()]));
  const talk = talkOf(text);
  if (talk) return replied(talk, from);
  const read = await readQuestion(ctx, owner, text, from.titles);
  const found: (Retrieval & { readonly text: string })[] = [];
  for (const part of read.parts) {
    const [first] = found;
    // What comes after leans on what was asked first, as a next question would.
    const said = first ? { text: first.text, readAs: first.carried, declined: false } : { text: read.before, readAs: [], declined: false };
    const before = said.text === "" ? earlier : [...earlier, said];
    found.push({ ...(await retrievePassages(ctx, owner, { text: part, earlier: before, from })), text: part });
  }
  const [first, ...others] = found;
  if (!first) throw new Error("A question has at least one part.");
  const { text: _text, ...whole } = first;
  const searched = { ...whole.searched, notes: [...read.notes, ...new Set(found.flatMap((one) => one.searched.notes))] };
  if (others.length === 0) return { ...whole, searched, ...(read.text === text ? {} : { parts: [partOf(first)] }) };
  return { ...whole, ...together(found), carried: first.carried, searched, parts: found.map(partOf) };
}

/** Stems of the words of matter of a question and of those before it, its own first. */
const wordsToFind = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => wordsOf(text).flatMap(({ soft, lexemes }) => (soft ? [] : lexemes.filter((lexeme) => !/^\d+$/.test(lexeme)))));

function replied(talk: Talk, { within, editions }: SearchedIn): Retrieval {
  const searched = { documents: within.documents, passages: 0, editions: editions.read, mode: "lexical" as const, notes: [] };
  const reply = replyTo(talk, { titles: within.titlesAsked, documents: within.documents, editions: editions.read });
  return { stretches: [], concepts: [], conflicts: [], carried: [], searched, reply };
}

const partOf = ({ text, concepts }: Retrieval & { readonly text: string }): Part => ({ text, concepts });

/** Stretches of all parts, each once, and the concepts of all. */
function together(found: readonly Retrieval[]): Pick<Retrieval, "stretches" | "concepts" | "near"> {
  const kept = new Map<string, { stretch: Stretch; near: boolean }>();
  for (const { stretches, near } of found)
    for (const stretch of stretches.slice(0, keptOfPart)) {
      const place = `${stretch.key} ${stretch.sentence ?? ""} ${stretch.start} ${stretch.text.length}`;
      kept.set(place, { stretch, near: (near ?? []).includes(stretch.id) || (kept.get(place)?.near ?? false) });
    }
  const numbered = [...kept.values()].map((one, index) => ({ ...one, stretch: { ...one.stretch, id: `p${index + 1}` } }));
  const near = numbered.flatMap((one) => (one.near ? [one.stretch.id] : []));
  const concepts = new Map(found.flatMap((one) => one.concepts).map((concept) => [concept.words.join(" "), concept]));
  return { stretches: numbered.map(({ stretch }) => stretch), concepts: [...concepts.values()], ...(near.length > 0 ? { near } : {}) };
}
