// Engines for tests: each with a client of its own, stopped after its test.
import type { Inngest, InngestFunction } from "inngest";
import { afterEach } from "vitest";
import type { TestDatabase } from "@/db/testing";
import { newId } from "@/server/platform/ids";
import { logger } from "@/server/platform/log";
import { createEngine, type Engine, type EngineOptions } from "./engine";
import { createEmbeddedClient } from "./transport";

type Options = Partial<Omit<EngineOptions, "db" | "client" | "functions">> & { readonly clientId?: string };
export type OpenEngine = (
  build: (client: Inngest.Any) => InngestFunction.Any[],
  options?: Options,
) => Promise<{ readonly engine: Engine; readonly client: Inngest.Any; readonly clientId: string }>;

/** Registers the clean-up; the returned function starts an engine. */
export function engineHarness(test: TestDatabase): OpenEngine {
  const engines: Engine[] = [];
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop({ graceMs: 0 })));
  });
  return async (build, { clientId = `test-${newId()}`, ...options } = {}) => {
    const client = createEmbeddedClient({ id: clientId, logger: logger() });
    const engine = createEngine({ db: test.db, client, functions: build(client), log: logger(), exclusive: true, backoff: () => 10, ...options });
    engines.push(engine);
    await engine.start();
    return { engine, client, clientId };
  };
}

/** A promise with its ends in hand. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
