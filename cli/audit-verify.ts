// npm run audit:verify: walks the whole audit chain and says whether it holds.
import { verifyAudit } from "@/server/audit/verify";
import { closeDatabase, getDb } from "@/server/platform/database";
import { isAppError } from "@/server/platform/errors";

try {
  const verdict = await verifyAudit(await getDb());
  if (verdict.break) {
    process.stdout.write(`${verdict.break.reason} The ${verdict.entries} before it hold. Nothing was changed or repaired.\n`);
    process.exitCode = 1;
  } else process.stdout.write(`The audit trail holds: ${verdict.entries} entries, head ${verdict.head || "none"}.\n`);
} catch (error) {
  if (!isAppError(error)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
