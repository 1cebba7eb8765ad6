// What is read and set from outside while the stand-ins run: GET, DELETE /__ledger; GET, POST, DELETE /__faults; POST /__latency.
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { type Faults, setFaultSchema } from "./faults";
import type { Ledger } from "./ledger";

/** What all stand-ins share. `latency`: milliseconds before the first byte, by stand-in; "*" for all others. */
export type Shared = { readonly ledger: Ledger; readonly faults: Faults; readonly latency: Map<string, number> };

const latencySchema = z.object({ standin: z.string().default("*"), ms: z.number().int().nonnegative().max(600_000) });

export function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith("/__") ?? false;
}

export async function answerControl(request: IncomingMessage, response: ServerResponse, { ledger, faults, latency }: Shared): Promise<void> {
  const reply = (status: number, value: unknown) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  const path = (request.url ?? "").split("?")[0];
  const method = request.method ?? "GET";
  if (path === "/__ledger" && method === "GET") return reply(200, ledger.read());
  if (path === "/__ledger" && method === "DELETE") {
    ledger.clear();
    return reply(200, ledger.read());
  }
  if (path === "/__faults" && method === "GET") return reply(200, faults.list());
  if (path === "/__faults" && method === "DELETE") {
    faults.clear();
    return reply(200, faults.list());
  }
  if (path === "/__faults" && method === "POST") {
    const change = setFaultSchema.safeParse(await readJson(request));
    if (!change.success) return reply(400, { error: z.prettifyError(change.error) });
    faults.set(change.data);
    return reply(200, faults.list());
  }
  if (path === "/__latency" && method === "POST") {
    const change = latencySchema.safeParse(await readJson(request));
    if (!change.success) return reply(400, { error: z.prettifyError(change.error) });
    latency.set(change.data.standin, change.data.ms);
    return reply(200, Object.fromEntries(latency));
  }
  return reply(404, { error: "Known: /__ledger (GET, DELETE), /__faults (GET, POST, DELETE), /__latency (POST)." });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    // Refused by the schema with a sentence of its own.
    return null;
  }
}
