// npm run db:seed: brings the shipped packs into the configured database; what an administrator edited stays.
import { packs } from "@/db/seed/packs";
import { closeDatabase, getDb } from "@/server/platform/database";
import { isAppError } from "@/server/platform/errors";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { seedPrices } from "@/server/research/spending/seed-prices";

try {
  const db = await getDb();
  const result = { ...(await seedPacks(db, packs)), prices: (await seedPrices(db)).added };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  if (!isAppError(error)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
