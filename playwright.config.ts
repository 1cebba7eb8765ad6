// Journeys in a real browser against the production server. The build must be there: `npm run build`, or `npm test`, which makes it.
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { browserArgs, browserPath } from "./e2e/browser";
import { places } from "./e2e/places";
import { serverPlan } from "./e2e/server";

// Workers read this file again: they take the port, and the fresh folders, of the process that started them.
const isWorker = process.env.TEST_WORKER_INDEX !== undefined;
const port = Number(process.env.E2E_PORT ?? (await freePort()));
process.env.E2E_PORT = String(port);
if (!isWorker) {
  for (const folder of [places.dataDir, places.state]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
}
const server = serverPlan(port, places.dataDir);

export default defineConfig({
  testDir: "e2e",
  outputDir: places.results,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // What these end is a page that hangs: a busy machine with few cores may take many times as long as this one's author's.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: ".work/playwright.json" }]],
  use: {
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    launchOptions: { executablePath: await browserPath(), args: browserArgs },
  },
  projects: [
    { name: "first run", testMatch: "first-run.spec.ts", timeout: 300_000 },
    { name: "journeys", testIgnore: "first-run.spec.ts", dependencies: ["first run"] },
  ],
  webServer: {
    command: server.command.map((part) => `"${part}"`).join(" "),
    env: server.env,
    url: `${server.url}/api/health`,
    timeout: 180_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port is free."))));
    });
  });
}
