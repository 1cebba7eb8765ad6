// Which way Variorum runs is decided here from the environment, and nowhere else.
import path from "node:path";
import { z } from "zod";
import { embeddingSettings, embeddingVariables } from "./embeddings-config";
import { baseUrlOf, engineSettings, engineVariables, standinSettings } from "./engine-config";
import { AppError } from "./errors";
import { llmSettings, llmVariables } from "./llm-config";
import { outboundSettings, outboundVariables } from "./outbound-config";
import { spendingSettings, spendingVariables } from "./spending-config";
import { storageSettings, storageVariables } from "./storage-config";
import { apiKey, baseAddress, seconds } from "./variables";
import { verificationSettings, verificationVariables } from "./verification-config";

const flag = z
  .enum(["1", "0", "true", "false", "on", "off", ""], { error: "must be 1 or 0" })
  .default("")
  .transform((v) => v === "1" || v === "true" || v === "on");
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const dayMinutes = 24 * 60;
const minutes = (fallback: number) => {
  const error = `must be a number of minutes above 0 and at most ${dayMinutes}`;
  return z.coerce.number({ error }).positive({ error }).max(dayMinutes, { error }).default(fallback);
};
const address = z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" });
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: `must be one of ${values.join(", ")}` });
const databaseUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text), "must look like postgres://user:password@host:5432/database");
const secret = z.string().min(1).optional();

const environmentSchema = z.object({
  NODE_ENV: oneOf(["development", "production", "test"]).default("development"),
  PORT: whole(0, 65535).default(3000),
  LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  VARIORUM_DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: databaseUrl.optional(),
  /** Which driver speaks to DATABASE_URL; unset: Neon's for *.neon.tech, node-postgres otherwise. */
  DATABASE_DRIVER: oneOf(["pg", "neon"]).optional(),
  /** A WebSocket proxy in front of a PostgreSQL that is not Neon (host:port), for the Neon driver. */
  NEON_WS_PROXY: z.string().optional(),
  /** Where processes share their limits and what they remember; unset: limits in the database, memory in each process. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be an address that begins with redis:// or rediss://" }).optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  AUTH_GITHUB_ID: secret,
  AUTH_GITHUB_SECRET: secret,
  AUTH_GOOGLE_ID: secret,
  AUTH_GOOGLE_SECRET: secret,
  AUTH_OIDC_ISSUER: address.optional(),
  AUTH_OIDC_ID: secret,
  AUTH_OIDC_SECRET: secret,
  AUTH_OIDC_NAME: z.string().default("Single sign-on"),
  INNGEST_DEV: z.string().optional(),
  INNGEST_EVENT_KEY: secret,
  INNGEST_SIGNING_KEY: secret,
  ...engineVariables,
  ...spendingVariables,
  ...verificationVariables,
  ...llmVariables,
  ...embeddingVariables,
  ...outboundVariables,
  ...storageVariables,
  OPENFDA_API_KEY: apiKey,
  OPENFDA_BASE_URL: baseAddress,
  RXNORM_BASE_URL: baseAddress,
  CROSSREF_BASE_URL: baseAddress,
  DOI_BASE_URL: baseAddress,
  PUBMED_BASE_URL: baseAddress,
  NCBI_API_KEY: secret,
  CLINICALTRIALS_BASE_URL: baseAddress,
  EMA_BASE_URL: baseAddress,
  EUROPEPMC_BASE_URL: baseAddress,
  DAILYMED_BASE_URL: baseAddress,
  SEFARIA_BASE_URL: baseAddress,
  BIBLE_API_BASE_URL: baseAddress,
  /** For one exchange with an evidence API. */
  VARIORUM_API_TIMEOUT_SECONDS: seconds(60),
  VARIORUM_CONTACT: z.string().default(""),
  VARIORUM_PARALLEL_CATEGORIES: whole(1, 32).default(3),
  VARIORUM_STOP_STARTING_MINUTES: minutes(25),
  VARIORUM_END_MINUTES: minutes(30),
  VARIORUM_MAX_FILE_MB: whole(1, 2048).default(50),
  VARIORUM_EXTRACT_SECONDS: whole(1, 600).default(18),
  VARIORUM_EXTRACT_MB: whole(1, 8192).default(512),
  VARIORUM_OPEN_SIGNUP: flag,
  VERCEL: z.string().optional(),
  NEXT_PHASE: z.string().optional(),
});

/** Half a sign-in would be no sign-in, and nobody would know why. */
const together = [
  ["AUTH_GITHUB_ID", "AUTH_GITHUB_SECRET"],
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["AUTH_OIDC_ID", "AUTH_OIDC_SECRET", "AUTH_OIDC_ISSUER"],
] as const;

export type Config = Readonly<ReturnType<typeof parse>>;

function parse(environment: Readonly<Record<string, string | undefined>>) {
  const cleaned = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environmentSchema.safeParse(cleaned);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(issue?.path.join(".") ?? "", issue?.message ?? "must be another");
  }
  const env = parsed.data;
  for (const names of together) {
    const missing = names.find((name) => env[name] === undefined);
    if (missing && names.some((name) => env[name] !== undefined)) throw invalid(missing, "must be set together with the others of its provider");
  }
  const hostedInngest = env.INNGEST_DEV !== undefined || env.INNGEST_EVENT_KEY !== undefined || env.INNGEST_SIGNING_KEY !== undefined;
  const oauth = { github: pair(env.AUTH_GITHUB_ID, env.AUTH_GITHUB_SECRET), google: pair(env.AUTH_GOOGLE_ID, env.AUTH_GOOGLE_SECRET) };
  const oidc = pair(env.AUTH_OIDC_ID, env.AUTH_OIDC_SECRET);
  const llm = llmSettings(env, standinSettings(env).on);
  if (llm && "missing" in llm) throw invalid(llm.missing, llm.what);
  const embedding = embeddingSettings(env, standinSettings(env).on);
  if (embedding && "missing" in embedding) throw invalid(embedding.missing, embedding.what);
  const s3 = storageSettings(env);
  if (s3 && "missing" in s3) throw invalid(s3.missing, s3.what);
  return {
    production: env.NODE_ENV === "production",
    test: env.NODE_ENV === "test",
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    dataDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), env.VARIORUM_DATA_DIR),
    database: env.DATABASE_URL
      ? {
          kind: env.DATABASE_DRIVER ?? (/\.neon\.tech[:/]/.test(env.DATABASE_URL) ? ("neon" as const) : ("pg" as const)),
          url: env.DATABASE_URL,
          wsProxy: env.NEON_WS_PROXY ?? null,
        }
      : { kind: "pglite" as const },
    redisUrl: env.REDIS_URL ?? null,
    auth: {
      secret: env.AUTH_SECRET ?? null,
      ...oauth,
      oidc: oidc && env.AUTH_OIDC_ISSUER ? { ...oidc, issuer: env.AUTH_OIDC_ISSUER, name: env.AUTH_OIDC_NAME } : null,
    },
    /** "embedded": functions run in this process; "inngest": /api/inngest is served to an Inngest server. */
    jobs: hostedInngest ? ("inngest" as const) : ("embedded" as const),
    inngest: { dev: env.INNGEST_DEV ?? null, eventKey: env.INNGEST_EVENT_KEY ?? null, signingKey: env.INNGEST_SIGNING_KEY ?? null },
    engines: engineSettings(env),
    /** Loopback servers in place of providers: what they say is made up. */
    standins: standinSettings(env),
    spending: spendingSettings(env),
    verification: verificationSettings(env),
    /** The model that proposes claims and sentences; null: none is asked. */
    llm,
    /** The model that compares meanings in the library; null: words alone are compared. */
    embedding,
    openfda: { baseUrl: baseUrlOf(env, "openfda", env.OPENFDA_BASE_URL, "https://api.fda.gov"), apiKey: env.OPENFDA_API_KEY ?? null },
    /** Base addresses of the keyless evidence APIs, without a closing slash. */
    apis: {
      rxnorm: baseUrlOf(env, "rxnorm", env.RXNORM_BASE_URL, "https://rxnav.nlm.nih.gov/REST"),
      crossref: baseUrlOf(env, "crossref", env.CROSSREF_BASE_URL, "https://api.crossref.org"),
      doi: baseUrlOf(env, "doi", env.DOI_BASE_URL, "https://doi.org"),
      pubmed: baseUrlOf(env, "pubmed", env.PUBMED_BASE_URL, "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"),
      clinicaltrials: baseUrlOf(env, "clinicaltrials", env.CLINICALTRIALS_BASE_URL, "https://clinicaltrials.gov/api/v2"),
      ema: baseUrlOf(env, "ema", env.EMA_BASE_URL, "https://www.ema.europa.eu"),
      europepmc: baseUrlOf(env, "europepmc", env.EUROPEPMC_BASE_URL, "https://www.ebi.ac.uk/europepmc/webservices/rest"),
      dailymed: baseUrlOf(env, "dailymed", env.DAILYMED_BASE_URL, "https://dailymed.nlm.nih.gov/dailymed/services/v2"),
      sefaria: baseUrlOf(env, "sefaria", env.SEFARIA_BASE_URL, "https://www.sefaria.org"),
      bibleApi: baseUrlOf(env, "bible-api", env.BIBLE_API_BASE_URL, "https://bible-api.com"),
      timeoutMs: env.VARIORUM_API_TIMEOUT_SECONDS * 1000,
    },
    /** Raises PubMed's limit from 3 to 10 requests a second; nothing needs it. */
    ncbiKey: env.NCBI_API_KEY ?? null,
    contact: env.VARIORUM_CONTACT,
    /** How pages are fetched that a model or an engine named. */
    outbound: outboundSettings(env, env.VARIORUM_CONTACT),
    research: {
      /** Categories of one request that run at a time. */
      parallelCategories: env.VARIORUM_PARALLEL_CATEGORIES,
      stopStartingMs: env.VARIORUM_STOP_STARTING_MINUTES * 60_000,
      endMs: env.VARIORUM_END_MINUTES * 60_000,
    },
    files: { maxBytes: env.VARIORUM_MAX_FILE_MB * 1024 * 1024, extractMs: env.VARIORUM_EXTRACT_SECONDS * 1000, extractMb: env.VARIORUM_EXTRACT_MB },
    /** The bucket that keeps files; null: they lie in the data folder. */
    s3,
    openSignUp: env.VARIORUM_OPEN_SIGNUP,
    onVercel: env.VERCEL !== undefined,
    /** True while pages are being built: nothing may be opened then. */
    building: env.NEXT_PHASE === "phase-production-build",
  };
}

function invalid(name: string, what: string): AppError {
  return new AppError("configuration", `The environment variable ${name} is not valid: it ${what}. Correct or unset it, then start again.`);
}

function pair(id: string | undefined, key: string | undefined): { id: string; secret: string } | null {
  return id && key ? { id, secret: key } : null;
}

let current: Config | undefined;

/** The configuration of this process; throws one AppError that names the first variable that is wrong. */
export function config(): Config {
  current ??= parse(process.env);
  return current;
}

/** Parses an environment without installing it. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  return parse(environment);
}

/** Changes the environment of this process and reads it anew: for the command line's flags and for tests. */
export function setEnvironment(changes: Readonly<Record<string, string>>): Config {
  Object.assign(process.env, changes);
  current = parse(process.env);
  return current;
}
