// Who may go out to the network, so that an address which a model, a page or a document supplied can only be asked through server/platform/outbound.ts.
import { readFileSync } from "node:fs";

export type NetworkFinding = { readonly file: string; readonly line: number; readonly what: string };

type Rule = { readonly test: RegExp; readonly what: string; readonly may: RegExp };

const rules: readonly Rule[] = [
  {
    test: /from "(?:node:)?(?:https?|http2|tls|dgram|undici)"|from "(?:node:)?net"/,
    what: "opens connections; only server/platform/outbound does",
    // What reads files takes the ways out away from its own process.
    may: /^server\/platform\/outbound\/|^server\/library\/documents\/extract-child\/offline\.ts$/,
  },
  {
    // Passing fetch on is calling it: adapters take it as a parameter.
    test: /(?<![\w.$"'`/])fetch(?=\(|\s*[,}])|\bglobalThis\.fetch\b/,
    what: "uses fetch; only providers and the platform do, at addresses that the operator set",
    may: /^server\/(?:platform|research\/providers)\//,
  },
  {
    test: /\boutboundFor\(/,
    what: "makes a way out of its own; only server/platform/outbound.ts does, without parts for tests",
    may: /^server\/platform\/outbound\.ts$/,
  },
];
/** Types vanish, telling an address's kind and naming a status open nothing, and what a page fetches anew goes to its own origin. */
const harmless = [/^import type /, /^import \{ isIP(?:v[46])? \} from "node:net"/, /^import \{ STATUS_CODES \} from "node:http"/, /\buseUtils\(\)/];
const product = /^(?:server|inngest|app)\/.*\.tsx?$/;
const apart = /\.test\.tsx?$|(?:^|\/)testing[\w-]*\.ts$|^inngest\/engine\/contract\/|^app\/_client\/|\.d\.ts$/;

/** Findings in one file's text. `file` is relative to the project's root. */
export function networkFindings(file: string, text: string): NetworkFinding[] {
  if (!product.test(file) || apart.test(file)) return [];
  const broken = rules.filter((rule) => !rule.may.test(file));
  return text.split("\n").flatMap((line, index) => {
    const code = line.replace(/^\s*(?:\/\/|\/?\*).*$|\s\/\/.*$/, "");
    if (harmless.some((one) => one.test(code))) return [];
    return broken.filter((rule) => rule.test.test(code)).map(({ what }) => ({ file, line: index + 1, what }));
  });
}

export function networkFindingsIn(files: readonly string[]): NetworkFinding[] {
  return files.filter((file) => product.test(file)).flatMap((file) => networkFindings(file, readFileSync(file, "utf8")));
}
