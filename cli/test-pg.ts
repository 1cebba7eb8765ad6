// npm run test:pg: the database suites again on a real PostgreSQL, named by TEST_DATABASE_URL (a role that may create databases).
import { spawnSync } from "node:child_process";
import path from "node:path";

if (process.env.TEST_DATABASE_URL === undefined) {
  process.stderr.write(
    "Set TEST_DATABASE_URL to a PostgreSQL 15 or later, such as postgres://postgres@localhost:5432/postgres; each suite makes a database of its own there and drops it.\n",
  );
  process.exitCode = 2;
} else {
  const vitest = path.resolve(import.meta.dirname, "../node_modules/.bin/vitest");
  process.exitCode = spawnSync(vitest, ["run", "server", "db", "inngest"], { stdio: "inherit" }).status ?? 1;
}
