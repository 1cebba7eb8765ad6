import { config } from "@/server/platform/config";
import { singleton } from "@/server/platform/singleton";
import { rememberingGet } from "../../core/remembering";
import type { Provider } from "../../port";
import { askOpenFda } from "./ask-openfda";

/** The categories of one run ask for the same labels within minutes; 60 million characters hold those of ten drugs. */
const get = singleton("openfda-bodies", () =>
  rememberingGet({ keepMs: 10 * 60_000, downMs: 30_000, maxCharacters: 60_000_000, now: () => new Date() }),
);

/** openFDA as a provider: always on, free, slower without a key. */
export const openFda: Provider = {
  info: () => ({ id: "openfda", name: "openFDA", kind: "api", off: null, estimateUsd: 0 }),
  ask: (question, { ctx, signal }) => {
    const { openfda, contact } = config();
    return askOpenFda(question, { ...openfda, contact, fetch, signal, now: ctx.clock.now(), get });
  },
};
