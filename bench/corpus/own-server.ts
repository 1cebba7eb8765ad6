// The production server on a port and an empty data folder of its own.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { serverPlan } from "@/e2e/server";

const startMs = 60_000;

export type OwnServer = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Rejects when there is no build or the server does not come up. `trace`: a file that the system calls of it and its children are written to. */
export async function startOwnServer(trace: string | undefined): Promise<OwnServer> {
  if (!existsSync(".next/BUILD_ID")) throw new Error("There is no build to serve: run npm run build first.");
  const dataDir = mkdtempSync(path.join(tmpdir(), "variorum-corpus-"));
  const plan = serverPlan(await freePort(), dataDir);
  const calls =
    "execve,connect,bind,sendto,sendmsg,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,symlinkat,linkat,truncate";
  const tracer = trace === undefined ? [] : ["strace", "-D", "-f", "-qq", "-s", "300", "-e", `trace=${calls}`, "-o", trace];
  const [file = "", ...args] = [...tracer, ...plan.command];
  const child = spawn(file, args, { cwd: plan.cwd, env: { ...process.env, ...plan.env }, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
    child.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  };
  const until = Date.now() + startMs;
  while (!(await isUp(plan.url))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The server did not come up at ${plan.url}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url: plan.url, pid: child.pid ?? 0, stop };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("No port is free."))));
    });
  });
}
