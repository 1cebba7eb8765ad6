import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

/** No test asks the outside world: where none is named, every evidence API is a closed port, and no page is fetched. */
const closed = Object.fromEntries(
  "RXNORM OPENFDA CROSSREF DOI PUBMED CLINICALTRIALS EMA EUROPEPMC DAILYMED SEFARIA BIBLE_API"
    .split(" ")
    .map((name) => [`${name}_BASE_URL`, "http://127.0.0.1:9"]),
);
const everywhere = "{server,db,inngest,cli,app,bench,standins}";
const ofCore = `${everywhere}/**/core/**/*.test.{ts,tsx}`;

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    // An odd zone, so that nothing leans on the machine's own.
    env: { TZ: "Pacific/Chatham", NODE_ENV: "test", LOG_LEVEL: "silent", OUTBOUND: "off", ...closed },
    // What these end is a test that hangs: a busy machine with few cores may take many times as long as this one's author's.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // Pure functions leave nothing behind, so their tests share processes and what these have loaded.
      { extends: true, test: { name: "core", include: [ofCore], isolate: false } },
      { extends: true, test: { name: "shell", include: [`${everywhere}/**/*.test.{ts,tsx}`], exclude: [...configDefaults.exclude, ofCore] } },
    ],
  },
});
