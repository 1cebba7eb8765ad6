// The only way out to an address that a model, an engine or a document supplied.
export type { FetchedPage, FetchOptions, FetchResult, Hop, Outbound, OutboundRefusal, RefusalKind } from "./outbound/types";
