// Brings up what every process that does work needs: the migrated database, the shipped packs, the durable functions.
import type { Database } from "@/db/client";
import { packs } from "@/db/seed/packs";
import { systemClock } from "@/server/platform/clock";
import { config } from "@/server/platform/config";
import { closeDatabase, database } from "@/server/platform/database";
import { setEventPort } from "@/server/platform/event-port";
import { running } from "@/server/platform/health";
import { logger } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";
import { setSpendingPort } from "@/server/platform/spending-port";
import { seedPacks } from "@/server/research/categories/seed-packs";
import { readingLedger } from "@/server/research/spending/reading-ledger";
import { seedPrices } from "@/server/research/spending/seed-prices";
import { inngest } from "./client";
import { createEngine, type Engine } from "./engine/engine";
import { functions } from "./registry";

export type Booted = { readonly stop: () => Promise<void> };

const held = () => singleton<{ booted?: Promise<Booted> }>("boot", () => ({}));

/** Starts once per process, however often it is called. Rejects with an AppError that says what to do. */
export function boot(): Promise<Booted> {
  const holder = held();
  holder.booted ??= start().catch((error: unknown) => {
    holder.booted = undefined;
    throw error;
  });
  return holder.booted;
}

async function start(): Promise<Booted> {
  const opened = await database();
  try {
    return await startOn(opened);
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

async function startOn(opened: Database): Promise<Booted> {
  await seedPacks(opened.db, packs);
  await seedPrices(opened.db);
  setSpendingPort(readingLedger);
  const engine = config().jobs === "embedded" ? await startEngine(opened) : null;
  if (!engine) {
    setEventPort({
      send: async (events) => {
        if (events.length > 0) await inngest.send(events.map((event) => ({ ...event })));
      },
    });
  }
  running().jobs = true;
  return {
    stop: async () => {
      held().booted = undefined;
      running().jobs = false;
      await engine?.stop();
      await closeDatabase();
    },
  };
}

async function startEngine(opened: Database): Promise<Engine> {
  const engine = createEngine({ db: opened.db, client: inngest, functions, clock: systemClock, log: logger(), exclusive: opened.kind === "pglite" });
  setEventPort({
    send: async (events) => {
      await engine.send(events);
    },
  });
  await engine.start();
  return engine;
}
