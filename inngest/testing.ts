// For tests of durable functions: the real functions on the real engine of this process, over the test's database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { TestDatabase } from "@/db/testing";
import { systemClock } from "@/server/platform/clock";
import { setEnvironment } from "@/server/platform/config";
import { type EventPort, makeCtx } from "@/server/platform/context";
import { setEventPort } from "@/server/platform/event-port";
import { logger } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";
import { setSpendingPort } from "@/server/platform/spending-port";
import { readingLedger } from "@/server/research/spending/reading-ledger";
import { inngest } from "./client";
import { createEngine, type Engine } from "./engine/engine";
import { functions } from "./registry";

/** Retries wait this long instead of minutes. */
const retryMs = 20;

/** Registers hooks that run the engine for this test file; files are stored in a folder of its own. `longestRetryMs` cuts the waits that providers ask for. */
export function functionsFor(test: TestDatabase, options: { readonly longestRetryMs?: number } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "functions-test-"));
  let engine: Engine | undefined;
  const events: EventPort = {
    send: async (list) => {
      await engine?.send(list);
    },
  };
  beforeAll(async () => {
    setEnvironment({ VARIORUM_DATA_DIR: folder, LOG_LEVEL: "silent" });
    Object.assign(
      singleton<object>("database", () => ({})),
      { database: Promise.resolve(test.database) },
    );
    const exclusive = test.database.kind === "pglite";
    engine = createEngine({
      db: test.db,
      client: inngest,
      functions,
      clock: systemClock,
      log: logger(),
      exclusive,
      backoff: () => retryMs,
      ...options,
    });
    setEventPort(events);
    setSpendingPort(readingLedger);
    await engine.start();
  });
  afterAll(async () => {
    await engine?.stop({ graceMs: 0 });
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    events,
    /** Resolves when nothing is due now. */
    idle: async () => engine?.idle(),
    ctxOf: (userId: string) =>
      makeCtx({
        db: test.db,
        actor: { kind: "user", userId, role: "user", status: "approved" },
        log: logger(),
        clock: systemClock,
        events,
      }),
  };
}
