import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import type { Fact } from "../categories/schema";
import { readAnswers } from "../providers/read-answers";
import { advanceCategory } from "../requests/advance-category";
import { loadRun } from "../requests/load-run";
import { categoryRef, tell } from "../requests/progress";
import { whileOpen } from "../requests/while-open";
import { identityKey } from "../sources/core/identity";
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
      const identity = answer.found?.sources[source]?.identity;
      return identity ? [{ key: identityKey(identity), claim }] : [];
    }),
  );
  const subject = [request.subject, ...(request.identity ? [request.identity.name, ...request.identity.aliases] : [])];
  const known = new Map(
    sources.map((source) => {
      const outright = stated.filter((entry) => entry.key === source.identityKey).map((entry) => entry.claim);
      return [source.id, [...outright, ...read(source, definition.processingRules.facts, subject)]] as const;
    }),
  );
  const proposed = await proposeClaims(ctx, run, sources, known);
  const claims = sources.flatMap((source) => stored(source, [...(known.get(source.id) ?? []), ...(proposed?.bySource.get(source.id) ?? [])]));
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

function read(source: CategorySource, facts: readonly Fact[], subject: readonly string[]): ExtractedClaim[] {
  const defaults = source.jurisdiction ? { jurisdiction: source.jurisdiction } : {};
  return source.mentions
    .flatMap((mention) => mention.passages)
    .flatMap((passage) => extractClaims({ title: source.title, text: source.text, start: passage.start, end: passage.end, facts, defaults, subject }))
    .filter((claim) => !isAddressed(claim.quote));
}

/** Drops repeats and every claim whose quote is not at its place, and gives the rest ids and pages. */
function stored(source: CategorySource, extracted: readonly ExtractedClaim[]): Claim[] {
  const seen = new Set<string>();
  const passages = source.mentions.flatMap((mention) => mention.passages);
  return extracted
    .filter((claim) => {
      const key = JSON.stringify([claim.attribute, claim.value, claim.qualifiers, claim.polarity, claim.start]);
      if (seen.has(key) || source.text.slice(claim.start, claim.end) !== claim.quote) return false;
      seen.add(key);
      return true;
    })
    .slice(0, claimsPerSource)
    .map((claim) => {
      const page = passages.find((passage) => passage.start <= claim.start && claim.start < passage.end)?.page ?? null;
      return { ...claim, id: newId(), sourceId: source.id, page };
    });
}
