import { expect, it } from "vitest";
import { networkFindings } from "./network-rules";

const whatOf = (file: string, text: string) => networkFindings(file, text).map(({ line, what }) => `${line} ${what.split(/[ ;]/)[0]}`);

it.each(["https", "node:http", "node:http2", "node:tls", "node:net", "undici"])("only the way out imports %s", (name) => {
  const text = `import x from "${name}";\n`;
  expect(whatOf("server/research/verification/check.ts", text)).toEqual(["1 opens"]);
  expect(whatOf("app/api/page/route.ts", text)).toEqual(["1 opens"]);
  expect(whatOf("server/platform/outbound/direct.ts", text)).toEqual([]);
  expect(whatOf("server/research/verification/check.test.ts", text)).toEqual([]);
});

it.each(["await fetch(url)", "ask({ url, fetch, signal })", "const get = globalThis.fetch;", "take(fetch, 1)"])(
  "only providers and the platform use fetch: %s",
  (code) => {
    expect(whatOf("server/research/snapshots/take.ts", code)).toEqual(["1 uses"]);
    expect(whatOf("server/research/providers/adapters/x/x.ts", code)).toEqual([]);
    expect(whatOf("server/platform/llm-fetch.ts", code)).toEqual([]);
  },
);

it("nobody makes a way out of its own", () => {
  expect(whatOf("server/research/snapshots/take.ts", "const out = outboundFor(config, { dial });")).toEqual(["1 makes"]);
  expect(whatOf("server/platform/outbound.ts", "outboundFor(current)")).toEqual([]);
});

it("words, methods and kinds of address are no connections", () => {
  const harmless = [
    'import type { Server } from "node:http";',
    'import { STATUS_CODES } from "node:http";',
    'import { isIP } from "node:net";',
    "// fetch(url) is not meant",
    "await client.fetch(url)",
    "outbound().fetchPage(url)",
    "prefetch(x)",
  ];
  expect(whatOf("server/identity/core/a.ts", harmless.join("\n"))).toEqual([]);
});
