// The one Inngest client. Embedded, its requests are answered by the engine of this process; otherwise it speaks to an Inngest server.
import { Inngest } from "inngest";
import { config } from "@/server/platform/config";
import { logger } from "@/server/platform/log";
import { createEmbeddedClient } from "./engine/transport";
import { quietRetries } from "./quiet-retries";

const id = "variorum";

/** On Vercel a call may take 300 s, so a new one is begun well before that. */
const maxRuntime = "240s";

export const inngest =
  config().jobs === "embedded"
    ? createEmbeddedClient({ id, logger: quietRetries(logger()) })
    : new Inngest({ id, logger: quietRetries(logger()), checkpointing: { bufferedSteps: 1, maxRuntime } });
