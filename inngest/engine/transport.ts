// Where an embedded client's requests go. Kept per client id on globalThis, since bundles may hold the client twice while one engine serves it.
import { Inngest } from "inngest";
import { singleton } from "@/server/platform/singleton";

export type Transport = (request: {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}) => Promise<Response>;

const transports = () => singleton("inngest.transports", () => new Map<string, Transport>());
/** A host that cannot exist (RFC 2606): should a request escape, it goes nowhere. */
const nowhere = "http://embedded.invalid/";

type EmbeddedClientOptions = { readonly id: string; readonly logger?: ConstructorParameters<typeof Inngest>[0]["logger"] };

/** An Inngest client whose every request is answered by the engine of this process. */
export function createEmbeddedClient(options: EmbeddedClientOptions) {
  const { id, logger } = options;
  return new Inngest({
    id,
    isDev: true,
    baseUrl: nowhere,
    eventKey: "embedded",
    // No platform limits how long a call may take here; every step is saved as it ends.
    checkpointing: { bufferedSteps: 1, maxRuntime: 0 },
    ...(logger ? { logger, internalLogger: logger } : {}),
    fetch: async (input, init) => {
      const transport = transports().get(id);
      if (!transport) throw new Error(`The engine of "${id}" is not running, so nothing was sent. Start it first.`);
      const request = new Request(input instanceof URL ? input.href : input, init);
      return transport({ url: new URL(request.url), method: request.method, headers: request.headers, body: await request.text() });
    },
  });
}

/** Connects the clients of an id to an engine; the returned function disconnects them, unless another engine took over. */
export function connectTransport(clientId: string, transport: Transport): () => void {
  transports().set(clientId, transport);
  return () => {
    if (transports().get(clientId) === transport) transports().delete(clientId);
  };
}
