// What going out to a page brings back. Nothing the network does is thrown; only the caller's own cancel is.

/** One address that was asked and what it answered. */
export type Hop = { readonly url: string; readonly status: number };

export type FetchedPage = {
  readonly url: string;
  readonly finalUrl: string;
  /** Any final status, 404 and 500 included: what it means is for the caller to judge. 304 has no body. */
  readonly status: number;
  /** Every address that was asked, in order; the last one answered with this page. */
  readonly hops: readonly Hop[];
  /** Names in lower case, cookies left out. They describe the body as sent: `body` is inflated. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly body: Uint8Array;
  readonly at: Date;
  /** A redirect on the way led from https to http. */
  readonly downgraded: boolean;
};

export type RefusalKind =
  | "bad_url"
  | "refused_address"
  | "robots"
  | "unreachable"
  | "timeout"
  | "too_large"
  | "too_many_redirects"
  | "resting"
  | "off";

export type OutboundRefusal = {
  readonly kind: RefusalKind;
  /** One sentence for people. */
  readonly message: string;
  readonly hops: readonly Hop[];
  /** The name does not exist, said while other names were found: more than a network that is away. */
  readonly noSuchHost?: true;
};

export type FetchOptions = {
  /** Cancels; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Of the copy at hand: an unchanged page answers 304. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly accept?: "page" | "file";
  /** Bytes of the body, as sent and inflated; at most 25 MB. */
  readonly maxBytes?: number;
};

export type FetchResult = { readonly ok: true; readonly page: FetchedPage } | { readonly ok: false; readonly refusal: OutboundRefusal };

export type Outbound = { readonly fetchPage: (url: string, options?: FetchOptions) => Promise<FetchResult> };
