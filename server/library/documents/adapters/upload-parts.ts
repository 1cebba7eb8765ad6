// Files that are still on their way, in a folder: each the bytes that have arrived, in order, under its owner and the hash it will have.
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { config } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";

export type UploadParts = {
  /** Bytes that have arrived; 0 when there are none. */
  readonly size: (ownerId: string, hash: string) => Promise<number>;
  readonly append: (ownerId: string, hash: string, bytes: Uint8Array) => Promise<void>;
  /** Empty when there are none. */
  readonly read: (ownerId: string, hash: string) => Promise<Uint8Array>;
  readonly remove: (ownerId: string, hash: string) => Promise<void>;
  /** Removes the oldest of an account's uploads until `most` are left. */
  readonly trim: (ownerId: string, most: number) => Promise<void>;
  /** Removes what nobody has gone on with since `before`; how many there were. */
  readonly sweep: (before: Date) => Promise<number>;
};

export function uploadParts(folder = path.join(config().dataDir, "uploads")): UploadParts {
  // An account's name in a path could lead anywhere; its hash cannot.
  const prefixOf = (ownerId: string) => `${sha256(new TextEncoder().encode(ownerId)).slice(0, 32)}-`;
  const fileOf = (ownerId: string, hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("An upload is named by its SHA-256.");
    return path.join(/* turbopackIgnore: true */ folder, `${prefixOf(ownerId)}${hash}`);
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
    async read(ownerId, hash) {
      try {
        return new Uint8Array(await readFile(fileOf(ownerId, hash)));
      } catch (error) {
        if (isMissing(error)) return new Uint8Array();
        throw error;
      }
    },
    remove: (ownerId, hash) => rm(fileOf(ownerId, hash), { force: true }),
    async trim(ownerId, most) {
      const own = await agesIn(folder, prefixOf(ownerId));
      for (const { file } of own.sort((a, b) => b.at - a.at).slice(most)) await rm(file, { force: true });
    },
    async sweep(before) {
      const old = (await agesIn(folder, "")).filter(({ at }) => at < before.getTime());
      for (const { file } of old) await rm(file, { force: true });
      return old.length;
    },
  };
}

/** Files whose name begins so, with when they were last gone on with. One that is finished meanwhile is none any more. */
async function agesIn(folder: string, prefix: string): Promise<{ readonly file: string; readonly at: number }[]> {
  const files: { file: string; at: number }[] = [];
  for (const name of (await namesIn(folder)).filter((each) => each.startsWith(prefix))) {
    const file = path.join(/* turbopackIgnore: true */ folder, name);
    try {
      files.push({ file, at: (await stat(file)).mtimeMs });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return files;
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
