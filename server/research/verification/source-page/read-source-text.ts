import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { readAtOnce } from "@/server/platform/read-at-once";
import { visibleRequest } from "../../requests/visible-request";
import { readVisits } from "../../snapshots/keep-visit";
import { readSnapshots } from "../../snapshots/snapshots";
import { readSources } from "../../sources/note-source";
import { readRequestSources } from "../../sources/read-sources";
import type { SourceText } from "./schema";
import { storedTexts } from "./stored-texts";

/** A stored text of a source, by its hash; a hash of any other text is as absent as one that was never stored. */
export async function readSourceText(ctx: Pick<Ctx, "db" | "actor">, input: { id: string; number: number; hash: string }): Promise<SourceText> {
  return readAtOnce(ctx.db, async (db) => {
    const request = await visibleRequest({ ...ctx, db }, input.id);
    const found = (await readRequestSources(db, request.id)).find((source) => source.number === input.number);
    const [source] = found ? await readSources(db, [found.id]) : [];
    if (!source) throw notFound("source");
    const texts = await storedTexts(db, source, (await readVisits(db, [source.id])).get(source.id) ?? []);
    const origin = texts.find((text) => text.hash === input.hash);
    if (!origin) throw notFound("text");
    const text = (await readSnapshots(db, [origin.hash])).get(origin.hash) ?? "";
    return { number: source.number, title: source.title, text, origin };
  });
}
