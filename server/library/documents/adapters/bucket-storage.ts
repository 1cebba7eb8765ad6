// File bytes as objects of a bucket, each under its SHA-256: the same bytes are kept once.

import type { ObjectStore } from "@/server/platform/bucket";
import { AppError } from "@/server/platform/errors";
import { sha256 } from "@/server/platform/hash";
import type { FileStorage } from "./storage";

export function bucketStorage(store: ObjectStore): FileStorage {
  const keyOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("A stored file is named by its SHA-256.");
    return `files/${hash.slice(0, 2)}/${hash}`;
  };
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      if ((await store.size(keyOf(hash))) !== bytes.length) await store.put(keyOf(hash), bytes);
      return hash;
    },
    async get(hash) {
      const bytes = await store.get(keyOf(hash));
      // A store is another machine: what it gives back is believed only when it is what was kept.
      if (bytes && sha256(bytes) !== hash)
        throw new AppError("unavailable", "The store of files gave back other bytes than were kept. Tell the operator.");
      return bytes;
    },
    remove: (hash) => store.remove(keyOf(hash)),
  };
}
