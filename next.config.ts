import type { NextConfig } from "next";

const securityHeaders = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
];

/** Files of packages that a process of its own loads by path, so that the tracer does not see them. */
const packages = (...names: string[]) => names.map((name) => `./node_modules/${name}/**`);

const config: NextConfig = {
  reactCompiler: true,
  // npm run verify checks the types of the whole project, tests included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
  typedRoutes: false,
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "pg",
    "pino",
    "unpdf",
    "linkedom",
    "@lhncbc/ucum-lhc",
    "eld",
    "snowball-stemmers",
    "undici",
  ],
  // What is read by path at run time and so not seen by the tracer.
  outputFileTracingIncludes: {
    "/**": [
      "./db/migrations/**",
      "./db/seed/example-library/**",
      "./server/library/documents/{extract-child,core}/**",
      "./server/library/documents/limits.ts",
      ...packages("unpdf", "linkedom", "@mozilla/readability", "chardet", "iconv-lite"),
    ],
    "/api/library/reader/**": ["legacy/build/pdf.worker.min.mjs", "{cmaps,standard_fonts,iccs,wasm}/*"].map(
      (files) => `./node_modules/pdfjs-dist/${files}`,
    ),
  },
  headers: async () => [{ source: "/(.*)", headers: securityHeaders }],
};

export default config;
