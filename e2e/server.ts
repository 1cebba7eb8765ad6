// The production server, as the tests and the screenshots start it: on a port and a data folder of its own, with no provider in reach.
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

export type ServerPlan = {
  readonly command: readonly [string, ...string[]];
  readonly env: Record<string, string>;
  readonly url: string;
  readonly cwd: string;
};

/** Keyless evidence APIs: each would be asked wherever it can be reached. */
const services = ["BIBLE_API", "CLINICALTRIALS", "CROSSREF", "DAILYMED", "DOI", "EMA", "EUROPEPMC", "OPENFDA", "PUBMED", "RXNORM", "SEFARIA"];
/** Whoever runs the tests may have a setup of their own: its database, keys and models are left alone. */
const personal = /^(AUTH|DATABASE|INNGEST|LLM|NEON|VARIORUM)_|_API_KEY$|_BASE_URL$/;

/** How to start it. Port 9 of this machine answers to nobody: every service is unreachable at once, wherever the tests run. */
export function serverPlan(port: number, dataDir: string): ServerPlan {
  return {
    command: [process.execPath, path.join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port)],
    env: {
      ...Object.fromEntries(Object.keys(process.env).flatMap((name) => (personal.test(name) ? [[name, ""]] : []))),
      ...Object.fromEntries(services.map((service) => [`${service}_BASE_URL`, "http://127.0.0.1:9"])),
      NODE_ENV: "production",
      PORT: String(port),
      VARIORUM_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      NEXT_MANUAL_SIG_HANDLE: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      TZ: "Pacific/Chatham",
    },
    url: `http://localhost:${port}`,
    cwd: root,
  };
}
