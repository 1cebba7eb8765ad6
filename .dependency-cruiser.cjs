// The import rules of the house. Arrows go one way: pages and routes, routers, use cases, the platform, the database.
const test = "\\.test\\.tsx?$|/testing\\.ts$";

/** A rule that forbids modules at `from` to import modules at `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("no-cycles", "A cycle has no first module to read.", {}, { circular: true }),
    forbid("no-unresolved", "Every import leads somewhere.", {}, { couldNotResolve: true }),
    forbid(
      "db-imports-packages-only",
      "db stands below everything; the types of its jsonb columns vanish when it is built.",
      { path: "^db/", pathNot: `${test}|^db/seed/` },
      { path: "^(app|server|inngest|cli|bench)/" },
    ),
    forbid(
      "platform-below-domains",
      "The platform knows no domain.",
      { path: "^server/platform/", pathNot: test },
      { path: "^(app|inngest|cli|bench)/|^server/(?!platform/)" },
    ),
    forbid(
      "audit-and-progress-below-domains",
      "Every domain records through them; they know none.",
      { path: "^server/(audit|progress)/", pathNot: test },
      { path: "^(app|inngest|cli|bench)/|^server/(?!platform/|audit/|progress/)" },
    ),
    forbid(
      "server-below-edges",
      "Use cases know neither pages nor durable functions.",
      { path: "^server/", pathNot: test },
      { path: "^(app|inngest|cli|bench|e2e)/" },
    ),
    forbid(
      "library-and-identity-alone",
      "Neither knows another domain.",
      { path: "^server/(library|identity)/", pathNot: test },
      { path: "^server/(research|chat|datasets|reports)/" },
    ),
    forbid(
      "library-not-identity",
      "Domains see an actor, never an account.",
      { path: "^server/(library|research)/", pathNot: test },
      { path: "^server/identity/" },
    ),
    forbid(
      "nothing-imports-the-router",
      "Only routes and the caller stand on the merged router.",
      { path: "^server/", pathNot: `^server/(router|caller)\\.ts$|${test}` },
      { path: "^server/(router|caller)\\.ts$" },
    ),
    forbid(
      "stores-are-private",
      "A concern's store is its own.",
      { path: "^server/([^/]+)/([^/]+)", pathNot: test },
      { path: "^server/.*store[.]ts$", pathNot: "^server/$1/(?:$2/)?[a-z-]*store[.]ts$" },
    ),
    forbid(
      "adapters-are-private",
      "Adapters are reached through their concern.",
      { path: "^server/([^/]+)/([^/]+)", pathNot: test },
      { path: "^server/.*adapters/", pathNot: "^server/$1/(?:$2/)?adapters/" },
    ),
    forbid(
      "only-stores-import-tables",
      "Queries stand in stores; audit, progress and the platform have their own.",
      { path: "^server/", pathNot: `store[.]ts$|^server/(?:audit|progress|platform)/|${test}` },
      { path: "^db/schema/" },
    ),
    forbid(
      "pages-through-the-caller",
      "Pages ask the caller; only routes, actions and gates meet the server's inside.",
      { path: "^app/_(features|ui|client)/", pathNot: test },
      { path: "^(db|inngest)/|^server/(?!.*/schema\\.ts$|.*run-events\\.ts$|caller\\.ts$)" },
    ),
    forbid("ui-knows-no-feature", "Parts know no domain.", { path: "^app/_ui/" }, { path: "^app/(?!_ui/)" }),
    forbid(
      "outbound-through-its-door",
      "What makes up the way out is nobody else's to put together.",
      { path: "^(app|server|inngest|cli|bench)/", pathNot: `^server/platform/outbound|${test}` },
      { path: "^server/platform/outbound/" },
    ),
    forbid(
      "functions-through-use-cases",
      "Durable functions call use cases, never stores or tables.",
      { path: "^inngest/functions/", pathNot: test },
      { path: "^db/|^server/.*store[.]ts$" },
    ),
    forbid(
      "no-test-code-in-product",
      "Test helpers stay in tests.",
      { pathNot: `${test}|^e2e/|^bench/|vitest|contract` },
      { path: "^db/testing\\.ts$" },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|\\.next|\\.work" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
