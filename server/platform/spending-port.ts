// Who writes down what a call costs and holds it under its owner's cap for the month, for callers that know no ledger. The process that starts the durable
// functions puts the ledger here; until then nothing that may cost money is called.
import type { Ctx } from "./context";
import { singleton } from "./singleton";

/** A call to a model that reads texts and answers with something that has no price of its own. */
export type ReadingCall = {
  readonly ownerId: string;
  /** As in the settings: openai, google, compatible. */
  readonly provider: string;
  readonly model: string;
  /** UTF-16 units of all texts. */
  readonly characters: number;
};

/** What came of it; `tokens` null: it did not say. */
export type Read<T> = {
  readonly value: T;
  readonly tokens: number | null;
  readonly failure: { readonly kind: string; readonly retryable: boolean } | null;
};

/** `refused`: the end of a sentence, why it was not made. */
export type Paid<T> = { readonly value: T; readonly refused?: undefined } | { readonly refused: string; readonly value?: undefined };

export type SpendingPort = <T>(ctx: Pick<Ctx, "db" | "clock">, call: ReadingCall, make: () => Promise<Read<T>>) => Promise<Paid<T>>;

type Holder = { port: SpendingPort | null };

const holder = () => singleton<Holder>("spending-port", () => ({ port: null }));

export function setSpendingPort(port: SpendingPort): void {
  holder().port = port;
}

/** Makes a call within its owner's cap, or says why not. What `make` throws is thrown. */
export const payForReading: SpendingPort = async (ctx, call, make) => {
  const { port } = holder();
  return port ? port(ctx, call, make) : { refused: "Variorum is still starting" };
};
