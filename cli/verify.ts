// npm run verify: format, lint, types, import rules, dead code, size of rooms, who goes out. Seconds, no database.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { checkImports } from "./verify/import-rules.ts";
import { networkFindingsIn } from "./verify/network-rules.ts";
import { sizeFindingsIn } from "./verify/size-rules.ts";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);

type Outcome = { readonly name: string; readonly ok: boolean; readonly said: string };

const started = performance.now();
const outcomes = await Promise.all([
  run("format and lint", "biome", ["check", "."]),
  types(),
  run("dead code", "knip", ["--no-progress"]),
  imports(),
  sizes(),
  network(),
]);
for (const { name, ok, said } of outcomes) {
  process.stdout.write(`${ok ? "ok    " : "failed"}  ${name}${ok ? "" : `\n${said}`}\n`);
}
const failed = outcomes.filter((outcome) => !outcome.ok).length;
process.stdout.write(`verify: ${outcomes.length - failed} of ${outcomes.length} hold, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function types(): Promise<Outcome> {
  // Pages' route types must be there before they are checked.
  const generated = await run("types", "next", ["typegen"]);
  return generated.ok ? run("types", "tsc", ["--noEmit"]) : generated;
}

async function imports(): Promise<Outcome> {
  const { modules, files, findings } = await checkImports();
  const lines = findings.map((finding) => `  ${finding.rule}: ${finding.from} imports ${finding.to}`);
  if (modules < files) lines.push(`  Only ${modules} of ${files} files were looked at.`);
  return { name: `import rules over ${modules} modules`, ok: lines.length === 0, said: lines.join("\n") };
}

async function network(): Promise<Outcome> {
  const findings = networkFindingsIn(ownFiles());
  return { name: "who goes out", ok: findings.length === 0, said: findings.map(({ file, line, what }) => `  ${file}:${line} ${what}`).join("\n") };
}

function ownFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" }).split("\n");
  // What is deleted and not yet committed is still listed.
  return listed.filter((file) => file !== "" && existsSync(file));
}

async function sizes(): Promise<Outcome> {
  const tracked = ownFiles();
  const findings = sizeFindingsIn(tracked.filter((file) => /^(?:app|server|db|inngest|cli|bench|e2e|standins)\//.test(file)));
  return { name: "size of rooms", ok: findings.length === 0, said: findings.map(({ file, line, what }) => `  ${file}:${line} ${what}`).join("\n") };
}

function run(name: string, command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, "node_modules/.bin", command), args, {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("exit", (code) => resolve({ name, ok: code === 0, said }));
  });
}
