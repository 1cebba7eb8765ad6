// Where use cases send their events. The process that starts the durable functions puts its port here; until then sending fails loudly.
import type { EventPort } from "./context";
import { AppError } from "./errors";
import { singleton } from "./singleton";

type Holder = { port: EventPort | null };

const holder = () => singleton<Holder>("event-port", () => ({ port: null }));

export function setEventPort(port: EventPort): void {
  holder().port = port;
}

/** A port that looks up the installed one at each send, so that it may be handed out before start-up has ended. */
export function eventPort(): EventPort {
  return {
    send: (events) => {
      const { port } = holder();
      if (!port) return Promise.reject(new AppError("unavailable", "Research is still starting. Nothing was saved; try again in a moment."));
      return port.send(events);
    },
  };
}
