import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";

const test = useTestDatabase();

it("lets timers and sockets have their turn while statement follows statement", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  for (let n = 0; n < 40; n++) {
    await test.db.execute(sql`select count(*) from generate_series(1, 30000)`);
    await test.db.transaction((tx) => tx.execute(sql`select count(*) from generate_series(1, 30000)`));
  }
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});
