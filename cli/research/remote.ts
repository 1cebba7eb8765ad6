// The main job by way of the server that holds the data folder: the same procedures over HTTP, with the token from the folder's lock.
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
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
    check: (input) => told(url, client.requests.check.query(input)),
    addFolder: (folder) => told(url, client.documents.addFolder.mutate({ folder })),
    addExample: async () => {
      await told(url, client.documents.addExamples.mutate());
      while ((await told(url, client.documents.list.query({ limit: 1 }))).totals.waiting > 0)
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    },
    submit: (input, keyPrefix) => told(url, client.requests.resumeOrSubmit.mutate({ ...input, keyPrefix })),
    events: (id, signal) => events(url, headers, id, signal),
    edition: (id) => told(url, client.editions.get.query({ id })),
    changes: (id, against) => told(url, client.editions.changes.query({ id, against })),
    close: async () => {},
  };
}

/** The server's sentence instead of the client's error. */
async function told<T>(url: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const answered = error instanceof TRPCClientError && error.data !== null && error.data !== undefined;
    throw answered ? new AppError("bad_request", messageOf(error), { cause: error }) : gone(url, error);
  }
}

function gone(url: string, cause: unknown): AppError {
  const sentence = `The server at ${url} does not answer any more. What it has done is kept, and goes on when it is started again; so does this command.`;
  return new AppError("unavailable", sentence, { cause });
}

/** The run's events; the server ends a stream now and then, and is asked again from where it was. */
async function* events(url: string, headers: Record<string, string>, id: string, signal: AbortSignal): AsyncGenerator<ProgressEvent> {
  let cursor = 0;
  try {
    while (!signal.aborted) {
      const response = await fetch(`${url}/api/research/${id}/events?after=${cursor}`, { headers, signal });
      if (response.status === 204) return;
      if (!response.ok || !response.body)
        throw new AppError("unavailable", `The server at ${url} answered ${response.status}. The run goes on there.`);
      for await (const block of blocks(response.body)) {
        const event = progressEvent(block);
        if (!event) continue;
        cursor = event.seq;
        yield event;
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof TypeError ? gone(url, error) : error;
  }
}

function progressEvent(block: string): ProgressEvent | null {
  const lines = block.split("\n");
  const data = lines.find((line) => line.startsWith("data: "));
  if (!lines.includes("event: progress") || data === undefined) return null;
  return progressEventSchema.parse(JSON.parse(data.slice("data: ".length)));
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
