import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import type { Fact } from "../categories/schema";
import { readAnswers } from "../providers/read-answers";
import { advanceCategory } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { identityKey } from "../sources/core/identity";
import { placeOf, type Reading, readingsOf, textAt } from "../sources/core/readings";
import { type CategorySource, readCategorySources } from "../sources/read-sources";
import { isAddressed } from "./core/addressed";
import { extractClaims } from "./core/extract";
import { proposeClaims } from "./propose-claims";
import type { Claim, ExtractedClaim } from "./schema";
import { replaceClaims } from "./store";

/** More than this from one source and category is noise, not evidence. */
const claimsPerSource = 60;

/** Reads typed claims out of every passage that answered, and takes those an API stated outright. Only exact quotes enter. */
export async function extractCategoryClaims(ctx: Ctx, input: { requestCategoryId: string; round: number }): Promise<{ claims: number }> {
  const run = await loadRun(ctx.db, input.requestCategoryId, input.round);
  if (!run) return { claims: 0 };
  const { request, category, definition } = run;
  const sources = await readCategorySources(ctx.db, request.id, category.id);
  const answers = await readAnswers(ctx.db, category.id, input.round);
  const stated = answers.flatMap((answer) =>
    (answer.found?.claims ?? []).flatMap(({ source, claim }) => {
      const brought = answer.found?.sources[source];
      return brought ? [{ key: identityKey(brought.identity), textHash: brought.textHash, claim }] : [];
    }),
  );
  const subject = [request.subject, ...(request.identity ? [request.identity.name, ...request.identity.aliases] : [])];
  const known = new Map(
    sources.flatMap((source) => {
      const names = new Set([source.identity, ...source.aliases].map(identityKey));
      const outright = stated.filter((entry) => names.has(entry.key));
      const hashOf = (hash: string) => (hash === source.snapshotHash ? undefined : hash);
      const readings = readingsOf(
        source,
        outright.map((entry) => hashOf(entry.textHash)),
      );
      return readings.map((reading) => {
        const own = outright.filter((entry) => hashOf(entry.textHash) === reading.textHash).map((entry) => entry.claim);
        return [reading.id, [...own, ...read(source, reading, definition.processingRules.facts, subject)]] as const;
      });
    }),
  );
  const proposed = await proposeClaims(ctx, run, sources, known);
  const claims = sources.flatMap((source) => stored(source, merge(known, proposed?.byReading)));
  await whileOpen(ctx, run, async (tx) => {
    await replaceClaims(tx, category.id, claims);
    // What is left is done with claims: comparing them and writing.
    await advanceCategory(tx, ctx, category, "writing");
    await tell(
      tx,
      ctx,
      request.id,
      "claims.extracted",
      { category: categoryRef(category), claims: claims.length, ...(proposed ? { model: proposed.work } : {}) },
      `${category.slug}:${input.round}`,
    );
  });
  return { claims: claims.length };
}

function read(source: CategorySource, reading: Reading, facts: readonly Fact[], subject: readonly string[]): ExtractedClaim[] {
  const defaults = source.jurisdiction ? { jurisdiction: source.jurisdiction } : {};
  return reading.passages
    .flatMap(({ start, end }) => extractClaims({ title: source.title, text: reading.text, start, end, facts, defaults, subject }))
    .filter((claim) => !isAddressed(claim.quote));
}

type ByReading = ReadonlyMap<string, readonly ExtractedClaim[]>;

function merge(known: ByReading, proposed: ByReading = new Map()): ByReading {
  return new Map([...known].map(([id, claims]) => [id, [...claims, ...(proposed.get(id) ?? [])]]));
}

/** Drops repeats and every claim whose quote is not at its place, and gives the rest ids and pages. The same words in two texts of a source are said once. */
function stored(source: CategorySource, byReading: ByReading): Claim[] {
  const seen = new Set<string>();
  const saidIn = new Map<string, string>();
  return [...byReading]
    .flatMap(([id, claims]) => (placeOf(id).sourceId === source.id ? claims.map((claim) => ({ id, ...placeOf(id), claim })) : []))
    .filter(({ id, textHash, claim }) => {
      const said = JSON.stringify([claim.attribute, claim.value, claim.qualifiers, claim.polarity]);
      const place = `${id} ${claim.start} ${said}`;
      const words = `${claim.quote} ${said}`;
      if (seen.has(place) || textAt(source, textHash).slice(claim.start, claim.end) !== claim.quote) return false;
      if ((saidIn.get(words) ?? id) !== id) return false;
      seen.add(place);
      saidIn.set(words, id);
      return true;
    })
    .slice(0, claimsPerSource)
    .map(({ textHash, claim }) => {
      const passages = source.mentions.filter((mention) => mention.snapshotHash === (textHash ?? null)).flatMap((mention) => mention.passages);
      const page = passages.find((passage) => passage.start <= claim.start && claim.start < passage.end)?.page ?? null;
      return { ...claim, id: newId(), sourceId: source.id, page, ...(textHash === undefined ? {} : { textHash }) };
    });
}
