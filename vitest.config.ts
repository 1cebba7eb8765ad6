import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["{server,db,inngest,cli,app,bench}/**/*.test.{ts,tsx}"],
    // An odd zone, so that nothing leans on the machine's own.
    env: { TZ: "Pacific/Chatham", NODE_ENV: "test", LOG_LEVEL: "silent", RXNORM_BASE_URL: "http://127.0.0.1:9" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
