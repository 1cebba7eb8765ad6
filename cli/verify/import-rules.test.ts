import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkImports, type Finding } from "./import-rules";

/** One offence for every rule: a file, what it imports, and what that is. */
const offences: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  "no-cycles": { from: "server/research/a/one.ts", to: "server/research/a/two.ts" },
  "no-unresolved": { from: "server/research/a/lost.ts", to: "server/research/a/nowhere.ts" },
  "db-imports-packages-only": { from: "db/low.ts", to: "server/platform/base.ts" },
  "platform-below-domains": { from: "server/platform/up.ts", to: "server/research/a/case.ts" },
  "audit-and-progress-below-domains": { from: "server/audit/up.ts", to: "server/research/a/case.ts" },
  "server-below-edges": { from: "server/research/a/edge.ts", to: "inngest/send.ts" },
  "library-and-identity-alone": { from: "server/library/a/over.ts", to: "server/research/a/case.ts" },
  "library-not-identity": { from: "server/research/a/who.ts", to: "server/identity/account.ts" },
  "nothing-imports-the-router": { from: "server/research/a/all.ts", to: "server/router.ts" },
  "stores-are-private": { from: "server/research/a/peek.ts", to: "server/research/b/store.ts" },
  "adapters-are-private": { from: "server/research/a/reach.ts", to: "server/research/b/adapters/out.ts" },
  "only-stores-import-tables": { from: "server/research/a/query.ts", to: "db/schema/things.ts" },
  "pages-through-the-caller": { from: "app/_features/a/part.tsx", to: "server/research/a/case.ts" },
  "ui-knows-no-feature": { from: "app/_ui/part.tsx", to: "app/_features/a/other.tsx" },
  "functions-through-use-cases": { from: "inngest/functions/a.ts", to: "server/research/b/store.ts" },
  "outbound-through-its-door": { from: "server/research/a/around.ts", to: "server/platform/outbound/inner.ts" },
  "no-test-code-in-product": { from: "server/research/a/tested.ts", to: "db/testing.ts" },
};

let folder: string;
const home = process.cwd();
let findings: readonly Finding[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "import-rules-"));
  const files = new Map<string, string[]>();
  for (const { from, to } of Object.values(offences)) {
    files.set(from, [...(files.get(from) ?? []), to]);
    if (!to.includes("nowhere") && !files.has(to)) files.set(to, []);
  }
  files.set("server/research/a/two.ts", ["server/research/a/one.ts"]);
  for (const [file, imports] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    const lines = imports.map(
      (target, index) => `import * as m${index} from "@/${target.replace(/\.tsx?$/, "")}";\nexport const e${index} = m${index};`,
    );
    writeFileSync(path.join(folder, file), `${lines.join("\n")}\nexport const own = ${file.endsWith("x") ? "<b />" : "1"};\n`);
  }
  writeFileSync(path.join(folder, "tsconfig.json"), readFileSync(path.join(import.meta.dirname, "../../tsconfig.json")));
  symlinkSync(path.join(import.meta.dirname, "../../node_modules"), path.join(folder, "node_modules"));
  process.chdir(folder);
  const checked = await checkImports();
  expect(checked.modules).toBe(checked.files);
  findings = checked.findings;
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

it.each(Object.entries(offences))("the rule %s is broken by its fixture", (rule, { from }) => {
  expect(findings.filter((finding) => finding.rule === rule).map((finding) => finding.from)).toContain(from);
});

it("every rule of the house has a fixture that breaks it", async () => {
  const rules: { default: { forbidden: { name: string }[] } } = await import(path.join(import.meta.dirname, "../../.dependency-cruiser.cjs"));
  expect(Object.keys(offences).sort()).toEqual(rules.default.forbidden.map((rule) => rule.name).sort());
});

it("an import of a type alone is no arrow", async () => {
  const file = path.join(folder, "db/typed.ts");
  writeFileSync(file, 'import type { own } from "@/server/platform/base";\nexport type T = typeof own;\n');
  const { findings: again } = await checkImports();
  expect(again.filter((finding) => finding.from === "db/typed.ts")).toEqual([]);
});
