// The main job by way of the server that holds the data folder: the same procedures over HTTP, with the token from the folder's lock.
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import { AppError, messageOf } from "@/server/platform/errors";
import { type ProgressEvent, progressEventSchema } from "@/server/progress/schema";
import type { AppRouter } from "@/server/router";
import type { ResearchPort } from "./port";

const pollMs = 200;

export function remotePort(url: string, token: string): ResearchPort {
  const headers = { authorization: `Bearer ${token}` };
  const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/api/trpc`, transformer: superjson, headers })] });
  return {
    addFolder: (folder) => told(client.documents.addFolder.mutate({ folder })),
    addExample: async () => {
      await told(client.documents.addExamples.mutate());
      while ((await told(client.documents.list.query({ limit: 1 }))).totals.waiting > 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
    },
    submit: (input, keyPrefix) => told(client.requests.resumeOrSubmit.mutate({ ...input, keyPrefix })),
    events: (id, signal) => events(url, headers, id, signal),
    edition: (id) => told(client.editions.get.query({ id })),
    close: async () => {},
  };
}

/** The server's sentence instead of the client's error. */
async function told<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new AppError("bad_request", messageOf(error), { cause: error });
  }
}

async function* events(url: string, headers: Record<string, string>, id: string, signal: AbortSignal): AsyncGenerator<ProgressEvent> {
  let cursor = 0;
  while (!signal.aborted) {
    const response = await fetch(`${url}/api/research/${id}/events?after=${cursor}`, { headers, signal });
    if (response.status === 204) return;
    if (!response.ok || !response.body) throw new AppError("unavailable", `The server answered ${response.status}. The run goes on there.`);
    for await (const block of blocks(response.body)) {
      if (!block.includes("\nevent: progress\n") && !block.startsWith("event: progress\n")) continue;
      const data = block.split("\n").find((line) => line.startsWith("data: "));
      if (data === undefined) continue;
      const event = progressEventSchema.parse(JSON.parse(data.slice("data: ".length)));
      cursor = event.seq;
      yield event;
    }
  }
}

/** The blocks of an event stream, without the blank line that ends each. */
async function* blocks(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
}
