import path from "node:path";
import { defineConfig } from "vitest/config";

/** No test asks the outside world: where none is named, every evidence API is a closed port, and no page is fetched. */
const closed = Object.fromEntries(
  "RXNORM OPENFDA CROSSREF DOI PUBMED CLINICALTRIALS EMA EUROPEPMC DAILYMED SEFARIA BIBLE_API"
    .split(" ")
    .map((name) => [`${name}_BASE_URL`, "http://127.0.0.1:9"]),
);

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["{server,db,inngest,cli,app,bench,standins}/**/*.test.{ts,tsx}"],
    // An odd zone, so that nothing leans on the machine's own.
    env: { TZ: "Pacific/Chatham", NODE_ENV: "test", LOG_LEVEL: "silent", OUTBOUND: "off", ...closed },
    // What these end is a test that hangs: a busy machine with few cores may take many times as long as this one's author's.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
