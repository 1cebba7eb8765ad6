import type { Ctx } from "@/server/platform/context";
import { notFound } from "@/server/platform/errors";
import { readAnswers } from "../providers/read-answers";
import { findProvider } from "../providers/registry";
import { readRequestCategories } from "../requests/read-requests";
import { visibleRequest } from "../requests/visible-request";
import { readSnapshots } from "../snapshots/snapshots";
import { rawPageLength } from "./panel/limits";

export type RawAnswerOf = { readonly id: string; readonly slug: string; readonly provider: string };
export type RawAnswer = {
  readonly name: string;
  readonly subject: string;
  readonly category: string;
  /** The body as it came, as UTF-8 text; several calls' bodies stand behind each other as the adapter kept them. */
  readonly body: string;
  /** SHA-256 of the body, under which it is stored. */
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
};

/** The body of the answer that stands for a provider in a category, for those who may see the request. Throws `not_found`. */
export async function readRawAnswer(ctx: Pick<Ctx, "db" | "actor">, input: RawAnswerOf): Promise<RawAnswer> {
  const request = await visibleRequest(ctx, input.id);
  const row = (await readRequestCategories(ctx.db, [request.id])).find((candidate) => candidate.slug === input.slug);
  const answer = row && (await readAnswers(ctx.db, row.id, row.round)).find((candidate) => candidate.provider === input.provider);
  const hash = answer?.rawHash ?? null;
  const body = hash === null ? undefined : (await readSnapshots(ctx.db, [hash])).get(hash);
  if (!row || !answer || hash === null || body === undefined) throw notFound("stored answer");
  return {
    name: findProvider(answer.provider)?.info().name ?? answer.provider,
    subject: request.subject,
    category: row.name,
    body,
    hash,
    at: (answer.endedAt ?? answer.startedAt).toISOString(),
  };
}

export type RawPage = Omit<RawAnswer, "body"> & {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly bytes: number;
  readonly characters: number;
};

/** One page of it; the first or last where there is no such page. */
export async function readRawPage(ctx: Pick<Ctx, "db" | "actor">, input: RawAnswerOf & { readonly page: number }): Promise<RawPage> {
  const { body, ...about } = await readRawAnswer(ctx, input);
  const pages = Math.max(1, Math.ceil(body.length / rawPageLength));
  const page = Math.min(Math.max(1, input.page), pages);
  const text = body.slice((page - 1) * rawPageLength, page * rawPageLength);
  return { ...about, text, page, pages, bytes: new TextEncoder().encode(body).length, characters: body.length };
}
