import type { Db } from "@/db/client";
import type { OwnerScope } from "@/server/platform/context";
import { forgiven, nearestWord } from "./core/nearest-word";
import { runsOf, tokenise } from "./core/tokenise";
import { readPassages } from "./found-store";
import { weigh } from "./rank-passages";
import { readIndex } from "./read-index";
import { readLexemes, type SearchScope } from "./store";

/** Words of a query that are looked up; each reads a part of the index. */
const mostWords = 6;

/** A query with those of its words that stand nowhere in the index replaced by the nearest that do; null where none is near. */
export async function suggestWords(db: Db, owner: OwnerScope, searched: SearchScope, query: string): Promise<string | null> {
  let suggestion = query;
  let changed = false;
  const words = runsOf(query).filter((run) => run.pairs === null);
  for (const { start, end } of words.slice(0, mostWords).reverse()) {
    const word = query.slice(start, end);
    const lexemes = [...weigh(word, searched).keys()];
    if ((await readIndex(db, searched, lexemes, true)).size > 0) continue;
    const near = await nearest(db, owner, searched, lexemes);
    if (near === null) continue;
    suggestion = suggestion.slice(0, start) + near + suggestion.slice(end);
    changed = true;
  }
  return changed ? suggestion : null;
}

async function nearest(db: Db, owner: OwnerScope, searched: SearchScope, lexemes: readonly string[]): Promise<string | null> {
  for (const lexeme of lexemes) {
    const slack = forgiven(lexeme);
    const letter = [...lexeme][0];
    if (slack === 0 || letter === undefined) continue;
    const known = await readLexemes(db, searched.id, letter, lexeme.length - slack, lexeme.length + slack);
    const near = nearestWord(lexeme, known);
    if (near) return asWritten(db, owner, searched, near.lexeme);
  }
  return null;
}

/** The index knows stems; a word is shown as a passage writes it. */
async function asWritten(db: Db, owner: OwnerScope, searched: SearchScope, lexeme: string): Promise<string> {
  const passageId = (await readIndex(db, searched, [lexeme], true)).get(lexeme)?.passages[0];
  const [passage] = passageId === undefined ? [] : await readPassages(db, owner, [passageId]);
  const text = passage ? `${passage.text}\n${passage.heading ?? ""}\n${passage.documentTitle ?? ""}` : "";
  const run = runsOf(text).find(({ start, end }) => tokenise(text.slice(start, end), passage?.language ?? null).includes(lexeme));
  return run ? text.slice(run.start, run.end).toLowerCase() : lexeme;
}
