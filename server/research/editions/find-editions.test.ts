import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { requestCategories, requests, sentences } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { findEditions } from "./find-editions";
import { editionsFor } from "./testing";

const test = useTestDatabase();
const editions = editionsFor(test);

it("of many editions those are found that say most of what is asked, however old, for their owner alone", async () => {
  const reader = await editions.reader();
  const scope = ownerScope(reader.id);
  const edition = await editions.run(reader);
  const [request] = await test.db.select().from(requests).where(eq(requests.id, edition.request.id));
  const [category] = await test.db.select().from(requestCategories).where(eq(requestCategories.requestId, edition.request.id));
  if (!request || !category) throw new Error("The edition is not there.");
  const [printed] = await test.db.select().from(sentences).where(eq(sentences.status, "published"));
  if (!printed) throw new Error("Nothing was printed.");
  const add = async (subject: string, text: string, status: "published" | "withheld", ageDays: number) => {
    const id = newId();
    const categoryId = newId();
    const createdAt = new Date(Date.now() - ageDays * 86_400_000);
    await test.db.insert(requests).values({ ...request, id, subject, createdAt, idempotencyKey: id });
    await test.db.insert(requestCategories).values({ ...category, id: categoryId, requestId: id });
    await test.db.insert(sentences).values({ ...printed, id: newId(), requestCategoryId: categoryId, ordinal: 1, text, status });
    return id;
  };
  const find = (words: string[], of = scope) => findEditions(reader.ctx, of, { words, limit: 5 });
  for (let n = 0; n < 8; n += 1) await add("plain", `The weather of day ${n} was fair.`, "published", n);
  const old = await add("plain", "The half-life of quandril is 6.2 hours.", "published", 300);
  const named = await add("quandril", "Nothing else.", "published", 200);
  await add("plain", "The half-life of quandril is 9 hours.", "withheld", 1);
  expect(await find(["quandril"])).toEqual([named, old]);
  expect((await find(["half-life", "quandril"]))[0]).toBe(old);
  expect(await find(["weather"])).toHaveLength(5);
  expect(await find(["unicorn"])).toEqual([]);
  expect(await find(["100%_"])).toEqual([]);
  const other = await editions.research.account();
  expect(await find(["quandril"], ownerScope(other.id))).toEqual([]);
});
