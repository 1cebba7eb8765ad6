// Files that are still on their way, in a folder: each the bytes that have arrived, in order, under its owner and the hash it will have.
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { config } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";

export type UploadParts = {
  /** Bytes that have arrived; 0 when there are none. */
  readonly size: (ownerId: string, hash: string) => Promise<number>;
  readonly append: (ownerId: string, hash: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (ownerId: string, hash: string) => Promise<Uint8Array>;
  readonly remove: (ownerId: string, hash: string) => Promise<void>;
  /** Removes what nobody has gone on with since `before`; how many there were. */
  readonly sweep: (before: Date) => Promise<number>;
};

export function uploadParts(folder = path.join(config().dataDir, "uploads")): UploadParts {
  // An account's name in a path could lead anywhere; its hash cannot.
  const fileOf = (ownerId: string, hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("An upload is named by its SHA-256.");
    return path.join(/* turbopackIgnore: true */ folder, `${sha256(new TextEncoder().encode(ownerId)).slice(0, 32)}-${hash}`);
  };
  return {
    async size(ownerId, hash) {
      try {
        return (await stat(fileOf(ownerId, hash))).size;
      } catch (error) {
        if (isMissing(error)) return 0;
        throw error;
      }
    },
    async append(ownerId, hash, bytes) {
      await mkdir(/* turbopackIgnore: true */ folder, { recursive: true });
      await appendFile(fileOf(ownerId, hash), bytes, { mode: 0o600 });
      const now = new Date();
      await utimes(fileOf(ownerId, hash), now, now);
    },
    read: async (ownerId, hash) => new Uint8Array(await readFile(fileOf(ownerId, hash))),
    remove: (ownerId, hash) => rm(fileOf(ownerId, hash), { force: true }),
    async sweep(before) {
      let removed = 0;
      for (const name of await namesIn(folder)) {
        const file = path.join(/* turbopackIgnore: true */ folder, name);
        if ((await stat(file)).mtime >= before) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
