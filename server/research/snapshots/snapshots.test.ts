import { inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { snapshots } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { sha256 } from "@/server/platform/hash";
import { keepSnapshots, readSnapshots } from "./snapshots";

const test = useTestDatabase();
const keep = (bodies: readonly string[]) => test.db.transaction((tx) => keepSnapshots(tx, bodies));

describe("snapshots", () => {
  it("are addressed by the hash of their text, stored once, and given back in any number", async () => {
    const bodies = ["One.", "Two.", "One.", ""];
    expect(await keep(bodies)).toEqual(bodies.map((body) => sha256(body)));
    await keep(["Two."]);
    const stored = await test.db
      .select()
      .from(snapshots)
      .where(
        inArray(
          snapshots.hash,
          bodies.map((body) => sha256(body)),
        ),
      );
    expect(stored).toHaveLength(3);
    const nowhere = sha256("Never stored.");
    expect(await readSnapshots(test.db, [sha256("Two."), nowhere, sha256("Two.")])).toEqual(new Map([[sha256("Two."), "Two."]]));
    expect(await keep([])).toEqual([]);
    expect(await readSnapshots(test.db, [])).toEqual(new Map());
  });

  it("are stored by many at once, in whatever order each has them, without waiting for each other in a circle", async () => {
    for (let round = 0; round < 5; round++) {
      const bodies = Array.from({ length: 40 }, (_, n) => `Text ${round} ${n}.`);
      const stored = await Promise.all(Array.from({ length: 8 }, (_, n) => keep(n % 2 ? bodies : bodies.toReversed())));
      expect(stored.every((hashes) => new Set(hashes).size === 40)).toBe(true);
    }
  });
});
