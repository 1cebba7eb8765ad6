// Where an embedded client's requests go: to the engine that serves it. Bundles may hold the same client twice, so the newest engine of an
// id, kept on globalThis, serves clients that no engine was given.
import { Inngest } from "inngest";
import { singleton } from "@/server/platform/singleton";

export type Transport = (request: {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}) => Promise<Response>;

type Socket = { transport?: Transport | undefined };
const sockets = new WeakMap<object, Socket>();
const byId = () => singleton("inngest.transports", () => new Map<string, Transport>());
/** A host that cannot exist (RFC 2606): should a request escape, it goes nowhere. */
const nowhere = "http://embedded.invalid/";

type EmbeddedClientOptions = { readonly id: string; readonly logger?: ConstructorParameters<typeof Inngest>[0]["logger"] };

/** An Inngest client whose every request is answered by the engine of this process. */
export function createEmbeddedClient(options: EmbeddedClientOptions) {
  const { id, logger } = options;
  const socket: Socket = {};
  const client = new Inngest({
    id,
    isDev: true,
    baseUrl: nowhere,
    eventKey: "embedded",
    // No platform limits how long a call may take here; every step is saved as it ends.
    checkpointing: { bufferedSteps: 1, maxRuntime: 0 },
    ...(logger ? { logger, internalLogger: logger } : {}),
    fetch: async (input, init) => {
      const transport = socket.transport ?? byId().get(id);
      if (!transport) throw new Error(`The engine of "${id}" is not running, so nothing was sent. Start it first.`);
      const request = new Request(input instanceof URL ? input.href : input, init);
      return transport({ url: new URL(request.url), method: request.method, headers: request.headers, body: await request.text() });
    },
  });
  sockets.set(client, socket);
  return client;
}

/** Connects a client, and others of its id, to an engine; the returned function disconnects them. */
export function connectTransport(client: { readonly id: string }, transport: Transport): () => void {
  const socket = sockets.get(client) ?? {};
  socket.transport = transport;
  byId().set(client.id, transport);
  return () => {
    if (socket.transport === transport) socket.transport = undefined;
    if (byId().get(client.id) === transport) byId().delete(client.id);
  };
}
