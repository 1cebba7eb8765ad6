import { config } from "@/server/platform/config";
import type { Ctx, OwnerScope } from "@/server/platform/context";
import { AppError, isAppError } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import { singleton } from "@/server/platform/singleton";
import type { FileStorage } from "./adapters/storage";
import { type UploadParts, uploadParts } from "./adapters/upload-parts";
import { type Added, addDocument, tooLarge } from "./add-document";

export type Part = {
  /** SHA-256 of the whole file, hex: the same file goes on where it was, whatever happened to the page that sent it. */
  readonly hash: string;
  readonly fileName: string;
  /** Bytes of the whole file. */
  readonly length: number;
  /** Where in the file this part begins. */
  readonly offset: number;
  readonly bytes: Uint8Array;
};
/** `offset`: how much has arrived. `added` once the file is whole. */
export type Received = { readonly offset: number; readonly accepted: boolean; readonly added: Added | null };

type Options = { readonly parts?: UploadParts; readonly storage?: FileStorage; readonly maxBytes?: number };

/** Of one account: whoever begins more has given up the oldest. */
const mostUnfinished = 20;
const final: ReadonlySet<string> = new Set(["bad_request", "unsupported", "too_large", "conflict"]);

/** Uploads of which a part is being written: two at once would mix their bytes. */
const busy = () => singleton("upload-parts", () => new Set<string>());

/** Takes one part of a file. A part that does not begin where the last one ended is not accepted, and told where to go on; the last one adds the document. */
export async function receivePart(ctx: Ctx, scope: OwnerScope, part: Part, options: Options = {}): Promise<Received> {
  const parts = options.parts ?? uploadParts();
  const maxBytes = options.maxBytes ?? config().files.maxBytes;
  if (part.length > maxBytes) throw tooLarge(maxBytes);
  const key = `${scope.ownerId} ${part.hash}`;
  if (part.offset + part.bytes.length > part.length)
    throw new AppError("bad_request", "The file sent more bytes than it said it has. Nothing of this part was kept; send it again.");
  if (busy().has(key)) return { offset: await parts.size(scope.ownerId, part.hash), accepted: false, added: null };
  busy().add(key);
  try {
    const here = await parts.size(scope.ownerId, part.hash);
    if (here !== part.offset) return { offset: here, accepted: false, added: null };
    const offset = part.offset + part.bytes.length;
    if (offset < part.length) {
      if (here === 0) await parts.trim(scope.ownerId, mostUnfinished - 1);
      await parts.append(scope.ownerId, part.hash, part.bytes);
      return { offset, accepted: true, added: null };
    }
    return { offset, accepted: true, added: await addWhole(ctx, scope, part, { ...options, parts, maxBytes }) };
  } finally {
    busy().delete(key);
  }
}

/** The last part stands with the others only in memory: where there is no room to keep the file, what has arrived stays, and that part is sent again. */
async function addWhole(
  ctx: Ctx,
  scope: OwnerScope,
  { hash, fileName, bytes: last }: Part,
  { parts, storage, maxBytes }: Options & { readonly parts: UploadParts; readonly maxBytes: number },
): Promise<Added> {
  const bytes = new Uint8Array(Buffer.concat([await parts.read(scope.ownerId, hash), last]));
  try {
    if (sha256(bytes) !== hash) throw new AppError("bad_request", "The file arrived changed, so nothing was kept. Send it again.");
    const added = await addDocument(ctx, scope, { bytes, fileName }, { maxBytes, ...(storage ? { storage } : {}) });
    await parts.remove(scope.ownerId, hash);
    return added;
  } catch (error) {
    // Sent again, it would be refused again.
    if (isAppError(error) && final.has(error.code)) await parts.remove(scope.ownerId, hash);
    throw error;
  }
}

/** How much of a file has arrived. */
export async function receivedOf(scope: OwnerScope, hash: string, parts: UploadParts = uploadParts()): Promise<number> {
  return parts.size(scope.ownerId, hash);
}

const keptMs = 24 * 60 * 60_000;

/** Removes parts that nobody has gone on with for a day. */
export async function sweepUploads(ctx: Pick<Ctx, "clock">, parts: UploadParts = uploadParts()): Promise<{ removed: number }> {
  return { removed: await parts.sweep(new Date(ctx.clock.now().getTime() - keptMs)) };
}
