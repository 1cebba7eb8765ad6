// Where the contract runs: the embedded engine, or an Inngest server.
import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { openTestDatabase } from "@/db/testing";
import { logger } from "@/server/platform/log";
import { createEngine } from "../engine";
import { createEmbeddedClient } from "../transport";
import { flowFunctions } from "./flow-functions";
import { type Journal, newJournal } from "./journal";
import { stepFunctions } from "./step-functions";

export type ContractHost = {
  readonly journal: Journal;
  readonly send: (event: { name: string; data: Record<string, unknown>; id?: string; ts?: number }) => Promise<string[]>;
  readonly close: () => Promise<void>;
};

const id = "contract";

/** `server` is the URL of an Inngest server; without one the embedded engine is the host. */
export function openHost(server: string | undefined): Promise<ContractHost> {
  return server ? openServerHost(server) : openEmbeddedHost();
}

async function openEmbeddedHost(): Promise<ContractHost> {
  const opened = await openTestDatabase();
  const client = createEmbeddedClient({ id, logger: logger() });
  const journal = newJournal();
  const functions = [...stepFunctions(client, journal), ...flowFunctions(client, journal)];
  const exclusive = opened.database.kind === "pglite";
  const engine = createEngine({ db: opened.database.db, client, functions, log: logger(), exclusive });
  await engine.start();
  return {
    journal,
    send: async (event) => (await client.send(event)).ids,
    close: async () => {
      await engine.stop();
      await opened.database.close();
      await opened.drop();
    },
  };
}

async function openServerHost(baseUrl: string): Promise<ContractHost> {
  const client = new Inngest({ id, isDev: true, baseUrl, logger: logger() });
  const journal = newJournal();
  const handler = serve({ client, functions: [...stepFunctions(client, journal), ...flowFunctions(client, journal)] });
  const listener = createServer(handler);
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("The contract's server has no port.");
  const registered = await fetch(`http://127.0.0.1:${address.port}/api/inngest`, { method: "PUT" });
  if (!registered.ok) throw new Error(`The server at ${baseUrl} refused the functions: ${await registered.text()}`);
  return {
    journal,
    send: async (event) => (await client.send(event)).ids,
    close: () =>
      new Promise((resolve) => {
        listener.closeAllConnections();
        listener.close(() => resolve());
      }),
  };
}
