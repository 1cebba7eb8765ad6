// npm run db:seed: brings the shipped packs into the configured database; what an administrator edited stays.
import { packs } from "@/db/seed/packs";
import { closeDatabase, getDb } from "@/server/platform/database";
import { isAppError } from "@/server/platform/errors";
import { seedPacks } from "@/server/research/categories/seed-packs";

try {
  const result = await seedPacks(await getDb(), packs);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  if (!isAppError(error)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
