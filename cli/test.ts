// npm test: everything CI runs. Verify, unit and integration tests, the build, the browser. The last line counts: N passed, N failed.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const work = path.join(root, ".work");
process.chdir(root);
mkdirSync(work, { recursive: true });

type Count = { passed: number; failed: number };
const total: Count = { passed: 0, failed: 0 };

await part("verify", ["node", "cli/verify.ts"], {}, (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }));
await part("unit and integration", ["vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${work}/vitest.json`], {}, (code) => {
  const { numPassedTests: passed, numFailedTests: failed } = report("vitest.json");
  // A file that cannot be loaded fails without a test that failed.
  return counted(Number(passed ?? 0), Number(failed ?? 0), code);
});
const built = await part("build", ["next", "build"], { NODE_ENV: "production" }, (code) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
}));
if (built) {
  await part("browser", ["playwright", "test"], { PLAYWRIGHT_JSON_OUTPUT_FILE: `${work}/playwright.json` }, (code) => {
    const stats = report("playwright.json").stats;
    const {
      expected = 0,
      unexpected = 0,
      flaky = 0,
    } = typeof stats === "object" && stats !== null ? (stats as Partial<Record<"expected" | "unexpected" | "flaky", number>>) : {};
    return counted(expected, unexpected + flaky, code);
  });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function counted(passed: number, failed: number, code: number): Count {
  const none = passed + failed === 0 ? 1 : 0;
  return { passed, failed: Math.max(failed, none, code === 0 ? 0 : 1) };
}

/** Runs one part with its output passed on; whether it exited with 0. */
async function part(
  name: string,
  [command = "", ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
  count: (code: number) => Count,
): Promise<boolean> {
  process.stdout.write(`\n== ${name}\n`);
  for (const file of ["vitest.json", "playwright.json"]) if (args.join(" ").includes(file)) rmSync(path.join(work, file), { force: true });
  const started = performance.now();
  const executable = command === "node" ? process.execPath : path.join(root, "node_modules/.bin", command);
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(executable, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
    });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
  const { passed, failed } = count(code);
  total.passed += passed;
  total.failed += failed;
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed, ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return code === 0;
}

function report(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path.join(work, file), "utf8"));
  } catch (error) {
    process.stderr.write(`No report ${file}: ${String(error)}\n`);
    return {};
  }
}
