// The test for journeys that need answer engines: a server of its own whose providers are the stand-ins, in this process and at hand.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { allStandins } from "@/standins/all";
import { type RunningStandins, startStandins } from "@/standins/server";
import { serverPlan } from "./server";
import { test as base } from "./test";

type Surroundings = { readonly url: string; readonly standins: RunningStandins };
type Options = {
  /** Journeys that name the same house share its server and its data; its first account is the administrator's. */
  readonly house: string;
  /** Further variables of the server. */
  readonly serverEnv: Readonly<Record<string, string>>;
};

/** Where that server keeps what it is given. */
export const standinsDataDir = path.resolve(import.meta.dirname, "../.work/e2e-standins-data");

export const test = base.extend<{ standins: RunningStandins }, { surroundings: Surroundings } & Options>({
  house: ["", { option: true, scope: "worker" }],
  serverEnv: [{}, { option: true, scope: "worker" }],
  surroundings: [
    async ({ house: _own, serverEnv }, use) => {
      const { standins, firstPort } = await startAnywhere();
      rmSync(standinsDataDir, { recursive: true, force: true });
      // Above the stand-ins' own ports.
      const plan = serverPlan(firstPort + 40, standinsDataDir);
      const own = Object.fromEntries(Object.entries(plan.env).filter(([name]) => !name.endsWith("_BASE_URL")));
      const env = { ...process.env, ...own, VARIORUM_STANDINS: "1", VARIORUM_STANDINS_PORT: String(firstPort), ...serverEnv };
      const [command, ...args] = plan.command;
      const server = spawn(command, args, { env, cwd: plan.cwd, stdio: ["ignore", "ignore", "inherit"] });
      try {
        await answering(`${plan.url}/api/health`);
        await use({ url: plan.url, standins });
      } finally {
        await stopped(server);
        await standins.close();
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ surroundings }, use) => use(surroundings.url),
  standins: async ({ surroundings }, use) => use(surroundings.standins),
});

async function startAnywhere(): Promise<{ standins: RunningStandins; firstPort: number }> {
  for (;;) {
    const firstPort = 20_000 + Math.floor(Math.random() * 30_000);
    try {
      return { standins: await startStandins(allStandins, { firstPort }), firstPort };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

/** Asked to stop, and made to when it takes its time over connections that nobody uses. */
async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(timer);
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server does not answer at ${url}.`);
}
