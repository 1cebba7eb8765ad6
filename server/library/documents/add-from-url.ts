import { config } from "@/server/platform/config";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { type Outbound, outbound } from "@/server/platform/outbound";
import type { FileStorage } from "./adapters/storage";
import { type Added, addDocument } from "./add-document";
import { nameFromAddress } from "./core/name-from-address";
import { sniff } from "./core/sniff";
import { inUploadPlace } from "./upload-places";

/** The way out takes no more than this at a time. */
const mostFetched = 25 * 1024 * 1024;

type Address = { readonly url: string };
type Parts = { readonly outbound?: Outbound; readonly storage?: FileStorage };

/** Fetches a file or page from the web into the owner's library. Refuses with one sentence what cannot be fetched or read; then nothing is kept. */
export async function addFromUrl(ctx: Ctx, scope: OwnerScope, address: Address, parts: Parts = {}): Promise<Added> {
  return inUploadPlace(scope, () => fetchAndAdd(ctx, scope, address, parts));
}

async function fetchAndAdd(ctx: Ctx, scope: OwnerScope, { url }: Address, parts: Parts): Promise<Added> {
  const maxBytes = Math.min(config().files.maxBytes, mostFetched);
  const result = await (parts.outbound ?? outbound()).fetchPage(url.trim(), { signal: ctx.signal, accept: "file", maxBytes });
  if (!result.ok)
    throw new AppError(
      result.refusal.kind === "bad_url" || result.refusal.kind === "refused_address" ? "bad_request" : "unavailable",
      result.refusal.message,
    );
  const { status, body, finalUrl, headers } = result.page;
  if (status !== 200)
    throw new AppError("bad_request", `The address answered ${status} instead of a file. Open it in a browser, save the file and add it here.`);
  const sniffed = sniff(body, "");
  if (!sniffed.ok) throw new AppError(body.length === 0 ? "bad_request" : "unsupported", sniffed.reason);
  const isPage = sniffed.format === "txt" && /\bx?html\b/i.test(result.page.contentType ?? "");
  const fileName = nameFromAddress(finalUrl, headers["content-disposition"], isPage ? "html" : sniffed.format);
  return addDocument(ctx, scope, { bytes: body, fileName }, { maxBytes, ...(parts.storage ? { storage: parts.storage } : {}) });
}
