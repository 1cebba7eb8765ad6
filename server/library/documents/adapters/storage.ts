// File bytes in a folder, each under its SHA-256: the same bytes are kept once, and a file that is there is complete.
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { objectStore } from "@/server/platform/bucket";
import { config } from "@/server/platform/config";
import { sha256 } from "@/server/platform/hash";
import { bucketStorage } from "./bucket-storage";

export type FileStorage = {
  /** Keeps the bytes and returns their hash. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /** The bytes, or null when they are not there. */
  readonly get: (hash: string) => Promise<Uint8Array | null>;
  readonly remove: (hash: string) => Promise<void>;
  /** A kept file to be read in stretches, or null when it is not there. Without it files are only given out whole. */
  readonly open?: (hash: string) => Promise<StoredFile | null>;
};

export type StoredFile = {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` up to, and without, `end`. */
  readonly read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
};

export function folderStorage(folder: string): FileStorage {
  const fileOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("A stored file is named by its SHA-256.");
    return path.join(/* turbopackIgnore: true */ folder, hash.slice(0, 2), hash);
  };
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const file = fileOf(hash);
      if ((await sizeOf(file)) === bytes.length) return hash;
      await mkdir(path.dirname(file), { recursive: true });
      // Written beside and renamed: a crash leaves a draft, never half a file under its hash.
      const draft = `${file}.${randomBytes(6).toString("hex")}`;
      try {
        const handle = await open(/* turbopackIgnore: true */ draft, "wx", 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return hash;
    },
    async get(hash) {
      try {
        return new Uint8Array(await readFile(fileOf(hash)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(hash) {
      await rm(fileOf(hash), { force: true });
    },
    async open(hash) {
      const file = fileOf(hash);
      const size = await sizeOf(file);
      if (size === null) return null;
      return { size, read: (start, end) => readStretch(file, start, end) };
    },
  };
}

async function readStretch(file: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(/* turbopackIgnore: true */ file, "r");
  try {
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) throw new Error("The stored file ends before what is read of it.");
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Where this process keeps files, by the configuration in force. */
export function fileStorage(): FileStorage {
  const { s3 } = config();
  return s3 ? bucketStorage(objectStore(s3)) : folderStorage(path.join(config().dataDir, "files"));
}
