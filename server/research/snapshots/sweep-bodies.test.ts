import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { requests } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { researchFor } from "../testing";
import { keepPage } from "../verification/testing";
import { readRawBody } from "./keep-visit";
import { sweepBodies } from "./sweep-bodies";
import { insertRawBody } from "./visit-store";

const test = useTestDatabase();
const research = researchFor(test);
const hours = (count: number) => ({ db: test.db, clock: { now: () => new Date(Date.now() + count * 3_600_000) } });
const erase = (id: string) => test.db.delete(requests).where(eq(requests.id, id));

it("a page's body stays as long as one edition has a visit of it, and is gone a day after the last was erased", async () => {
  const { ctx } = await research.account();
  const [one, two] = [await research.submit(ctx), await research.submit(ctx)];
  const hash = await keepPage(test, one);
  expect(await keepPage(test, two)).toBe(hash);
  await erase(one);
  expect(await sweepBodies(hours(48))).toEqual({ removed: 0 });
  await erase(two);
  expect(await sweepBodies(hours(23))).toEqual({ removed: 0 });
  expect(await readRawBody(test.db, hash)).not.toBeNull();
  // It is met again: whoever stores it now is about to write its visit.
  await test.db.transaction((tx) => insertRawBody(tx, { hash, data: new Uint8Array(), size: 0, createdAt: hours(30).clock.now() }));
  expect(await sweepBodies(hours(48))).toEqual({ removed: 0 });
  expect(await sweepBodies(hours(55))).toEqual({ removed: 1 });
  expect(await readRawBody(test.db, hash)).toBeNull();
});
