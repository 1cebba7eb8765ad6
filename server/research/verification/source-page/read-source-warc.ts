import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { type Capture, writeWarc } from "@/server/platform/warc";
import { visibleRequest } from "../../requests/visible-request";
import { readRawBody, readVisits, readVisitText } from "../../snapshots/keep-visit";
import { readRequestSources } from "../../sources/read-sources";

/** The pages of a source as they came, as a WARC file. Throws `not_found` where no page of it was stored. */
export async function readSourceWarc(
  ctx: Pick<Ctx, "db" | "actor" | "clock">,
  input: { id: string; number: number },
): Promise<{ name: string; bytes: Buffer }> {
  const request = await visibleRequest(ctx, input.id);
  const source = (await readRequestSources(ctx.db, request.id)).find((each) => each.number === input.number);
  if (!source) throw notFound("source");
  const captures: Capture[] = [];
  for (const visit of (await readVisits(ctx.db, [source.id])).get(source.id) ?? []) {
    const body = visit.bodyHash === null || visit.status === 304 ? null : await readRawBody(ctx.db, visit.bodyHash);
    if (body === null || visit.status === null) continue;
    const text = await readVisitText(ctx.db, visit);
    const { judgement, hops, headers, status, at } = visit;
    captures.push({
      url: hops.at(-1)?.url ?? visit.url,
      hops,
      status,
      headers,
      body,
      at: new Date(at),
      ...(text === null ? {} : { text }),
      notes: { judgement: judgement.state, reason: judgement.reason, "sha256-of-body": visit.bodyHash ?? "", "sha256-of-text": visit.textHash ?? "" },
    });
  }
  if (captures.length === 0) throw notFound("stored page of this source");
  const name = `variorum-${request.id}-source-${source.number}.warc.gz`;
  return { name, bytes: Buffer.concat([...writeWarc(captures, name, ctx.clock.now())]) };
}
