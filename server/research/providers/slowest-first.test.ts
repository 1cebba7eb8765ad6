import { beforeEach, describe, expect, it } from "vitest";
import { answers } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import type { Ctx } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { startRequest } from "../requests/start-request";
import { researchFor } from "../testing";
import { slowestFirst } from "./slowest-first";

const test = useTestDatabase();
const research = researchFor(test);
let owner: { id: string; ctx: Ctx };
beforeEach(async () => {
  owner = await research.account();
});

async function request(): Promise<{ requestId: string; requestCategoryId: string }> {
  const requestId = await research.submit(owner.ctx, { categories: ["half-life"], providers: ["library", "openfda", "pubmed"] });
  const { started } = await startRequest(research.system(), { requestId, round: 1 });
  return { requestId, requestCategoryId: started[0] ?? "" };
}

async function took(requestCategoryId: string, provider: string, seconds: number | null, round = 1): Promise<void> {
  const startedAt = research.clock.now();
  const endedAt = seconds === null ? null : new Date(startedAt.getTime() + seconds * 1000);
  const status = endedAt ? ("ok" as const) : ("asking" as const);
  await test.db.insert(answers).values({ id: newId(), requestCategoryId, provider, round, status, startedAt, endedAt });
}

describe("the order in which providers are asked", () => {
  it("puts those first that took longest for the request so far", async () => {
    const { requestId, requestCategoryId } = await request();
    await took(requestCategoryId, "library", 1);
    await took(requestCategoryId, "pubmed", 4);
    await took(requestCategoryId, "pubmed", 6, 2);
    await took(requestCategoryId, "openfda", 2);
    expect(await slowestFirst(test.db, requestId, ["library", "openfda", "pubmed"])).toEqual(["pubmed", "openfda", "library"]);
  });

  it("stays as it is while nothing is known, and learns nothing from other requests or open answers", async () => {
    const other = await request();
    await took(other.requestCategoryId, "pubmed", 9);
    const { requestId, requestCategoryId } = await request();
    await took(requestCategoryId, "openfda", null);
    expect(await slowestFirst(test.db, requestId, ["library", "openfda", "pubmed"])).toEqual(["library", "openfda", "pubmed"]);
  });
});
