// Checks the import rules of .dependency-cruiser.cjs over a tree. Fails when it saw fewer modules than there are files: a check that looks at nothing passes always.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

export type Finding = { readonly rule: string; readonly from: string; readonly to: string };
export type Checked = { readonly modules: number; readonly files: number; readonly findings: readonly Finding[] };

export const roots = ["app", "server", "db", "inngest", "cli", "bench", "standins"];

/** Cruises the roots below the working directory, from which the cruiser resolves every path, with the project's rules. */
export async function checkImports(): Promise<Checked> {
  const folder = process.cwd();
  teachTsx();
  const { cruise } = await import("dependency-cruiser");
  const { default: extractTsConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");
  const rules = require(path.resolve(import.meta.dirname, "../../.dependency-cruiser.cjs"));
  const there = roots.filter((root) => readdirSync(folder).includes(root));
  const tsConfig = extractTsConfig(path.join(folder, "tsconfig.json"));
  const options = {
    ...rules.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
    tsConfig: { fileName: path.join(folder, "tsconfig.json") },
  };
  const { output } = await cruise(there, options, undefined, { tsConfig });
  if (typeof output === "string") throw new Error(output);
  const own = output.modules.filter((module) => there.some((root) => module.source.startsWith(`${root}/`)) && /\.tsx?$/.test(module.source));
  const files = there
    .flatMap((root) => readdirSync(path.join(folder, root), { recursive: true, encoding: "utf8" }))
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name)).length;
  const findings = output.summary.violations.map((violation) => ({ rule: violation.rule.name, from: violation.from, to: violation.to }));
  return { modules: own.length, files, findings };
}

type Item = { readonly type: string; readonly typeOnly?: boolean; readonly specifiers?: readonly { readonly isTypeOnly?: boolean }[] };

/**
 * The cruiser parses every file without JSX and counts imports of types, which vanish when the program is built: its
 * parser is told which files have JSX, and hands over what stays at run time.
 */
function teachTsx(): void {
  const swc = require("@swc/core");
  if (swc.parseFileSync.taught) return;
  const parse = swc.parseFileSync;
  const taught = (file: string, options: object) => {
    const tree: { body: Item[] } = parse(file, { ...options, tsx: file.endsWith(".tsx") });
    return { ...tree, body: tree.body.filter((item) => !isTypeOnly(item)) };
  };
  swc.parseFileSync = Object.assign(taught, { taught: true });
}

function isTypeOnly({ type, typeOnly, specifiers = [] }: Item): boolean {
  if (type !== "ImportDeclaration" && type !== "ExportNamedDeclaration") return false;
  return typeOnly === true || (specifiers.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly === true));
}
