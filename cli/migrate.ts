// npm run db:migrate: applies the committed migrations to the configured database.
import { closeDatabase, database } from "@/server/platform/database";
import { isAppError } from "@/server/platform/errors";

try {
  const { kind } = await database();
  process.stdout.write(`The database (${kind}) is up to date.\n`);
} catch (error) {
  if (!isAppError(error)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
