import type { Ctx } from "@/server/platform/context";
import type { CategoryRun } from "../requests/load-run";
import { readSnapshots } from "../snapshots/snapshots";
import { choosePassages } from "./core/choose-passages";
import { readAnswers } from "./read-answers";
import { findProvider } from "./registry";
import type { Question } from "./schema";

export type GivenPassages = {
  readonly passages: NonNullable<Question["passages"]>;
  /** Why there are none, a clause for "it answers over passages of other sources, and ..."; null when there are some. */
  readonly none: string | null;
};

/** What an engine that answers over passages may be shown of a category: what the others brought, and of the owner's library only what the request allows. */
export async function givenPassages(ctx: Pick<Ctx, "db">, run: CategoryRun): Promise<GivenPassages> {
  const answers = (await readAnswers(ctx.db, run.category.id, run.category.round)).filter(
    ({ provider }) => !findProvider(provider)?.info().overPassages,
  );
  const open = answers.filter(({ provider }) => run.request.sharePassages || findProvider(provider)?.info().kind !== "library");
  const found = open.flatMap(({ provider, found }) => (found?.sources ?? []).map((source) => ({ provider, source })));
  const texts = await readSnapshots(
    ctx.db,
    found.map(({ source }) => source.textHash),
  );
  const passages = choosePassages(
    found.map(({ provider, source: { textHash, ...source } }) => ({ ...source, provider, text: texts.get(textHash) ?? "" })),
  );
  if (passages.length > 0) return { passages, none: null };
  const held = open.length < answers.length && answers.some((answer) => !open.includes(answer) && (answer.found?.sources.length ?? 0) > 0);
  return { passages, none: held ? "there were none but those of your own library, which this request does not show to it" : "there were none" };
}
