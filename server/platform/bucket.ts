// Objects in a bucket of a store that speaks S3, by signed requests (Signature Version 4). The address and the keys are the operator's.
import { AwsClient } from "aws4fetch";
import { AppError } from "./errors";
import { sha256 } from "./hash";
import type { S3Settings } from "./storage-config";

export type ObjectStore = {
  /** Size in bytes, or null when there is none of that key. */
  readonly size: (key: string) => Promise<number | null>;
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array | null>;
  /** Removing what is not there is no failure. */
  readonly remove: (key: string) => Promise<void>;
};

/** A large file over a slow line. */
const timeoutMs = 120_000;
const emptyHash = sha256(new Uint8Array());

/** Rejects with "unavailable" and one sentence when the store cannot be reached or says no. Keys: letters, digits, slashes. */
export function objectStore({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): ObjectStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });

  async function ask(method: "HEAD" | "GET" | "PUT" | "DELETE", key: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const headers = { "x-amz-content-sha256": body ? sha256(body) : emptyHash };
    const signed = await client.sign(`${endpoint}/${bucket}/${key}`, { method, headers, ...(body ? { body } : {}) });
    const signal = AbortSignal.timeout(timeoutMs);
    let response: Response;
    try {
      response = await fetch(signed.url, { method, headers: signed.headers, redirect: "manual", signal, ...(body ? { body } : {}) });
    } catch (error) {
      throw new AppError("unavailable", "The store of files cannot be reached. Nothing was changed; try again in a while.", { cause: error });
    }
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new AppError("unavailable", "The store of files refused the request. Nothing was changed; tell the operator.", {
      message: `The store of files answered ${response.status} to ${method}.`,
    });
  }

  return {
    async size(key) {
      const response = await ask("HEAD", key);
      return response.status === 404 ? null : Number(response.headers.get("content-length"));
    },
    async put(key, bytes) {
      const response = await ask("PUT", key, new Uint8Array(bytes));
      await response.body?.cancel();
      if (response.status === 404) throw new AppError("unavailable", "The store of files has no such bucket. Nothing was kept; tell the operator.");
    },
    async get(key) {
      const response = await ask("GET", key);
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    async remove(key) {
      const response = await ask("DELETE", key);
      await response.body?.cancel();
    },
  };
}
