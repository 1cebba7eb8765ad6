// Where a test run keeps what its parts hand on to each other. Everything lies under .work and is new for each run.
import path from "node:path";

const work = path.resolve(import.meta.dirname, "../.work");

export const places = {
  dataDir: path.join(work, "e2e-data"),
  /** Cookies of the first account, which administers the installation. */
  admin: path.join(work, "e2e-state/admin.json"),
  /** `{id}` of the request that the first journey asked. */
  request: path.join(work, "e2e-state/request.json"),
  state: path.join(work, "e2e-state"),
  /** What failed, with a trace. */
  results: path.join(work, "e2e-results"),
} as const;
