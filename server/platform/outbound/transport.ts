// One request and its whole answer. A failure is a value that also says whether the network was there at all.
import type { RefusalKind } from "./types";

export type Exchange = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Bytes of the body, as sent and inflated. */
  readonly maxBytes: number;
};

export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

export type Failure = {
  readonly kind: RefusalKind;
  readonly message: string;
  /** "absent": nothing was reached, as when there is no network; "refused": nothing was tried. */
  readonly network: "there" | "absent" | "refused";
  readonly noSuchHost?: true;
};

export type Outcome = { readonly ok: true; readonly answer: Answer } | ({ readonly ok: false } & Failure);
export type Transport = (exchange: Exchange) => Promise<Outcome>;

/** Carries a failure through what only knows errors: a connection that is being made, a stream that is being read. */
export class TransportFault extends Error {
  override readonly name = "TransportFault";
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.failure = failure;
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
