// The EMA publishes one file of all medicines, twice a day. It is kept in memory and in the data folder, and asked for again only with the ETag it came with.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { userAgent } from "@/server/platform/user-agent";
import { errorOfStatus } from "../../core/classify";
import { type FetchOptions, fetchBody } from "../../core/http";
import { parseJson } from "../../core/json";
import type { ProviderError } from "../../schema";
import type { ApiOptions } from "../record/call";
import { readRecords, unreadable } from "../record/read-records";
import { type Medicine, medicineSchema } from "./medicine";

export type MedicinesFile = {
  readonly medicines: readonly Medicine[];
  /** When it was fetched or last confirmed, ISO 8601. */
  readonly asOf: string;
  /** Why it could not be confirmed now; the medicines are then those of an earlier copy, if there is one. */
  readonly error: ProviderError | null;
};
export type FileOptions = Omit<ApiOptions, "get"> & {
  /** The folder for the copy; null keeps it in memory only. */
  readonly folder: string | null;
  readonly keepMs?: number;
  /** Milliseconds that the download and its stages may take. */
  readonly limits?: Pick<FetchOptions, "totalMs" | "firstByteMs" | "idleMs">;
};

const name = "EMA";
const filePath = "/en/documents/report/medicines-output-medicines_json-report_en.json";
const copyName = "ema-medicines.json";
/** The file changes twice a day. */
const usualKeepMs = 3 * 3_600_000;
const retryMs = 30_000;
/** It has grown to some 10 MB. */
const maxBytes = 60 * 1024 * 1024;

const fileSchema = z.union([z.array(z.unknown()), z.object({ data: z.array(z.unknown()) }).transform((file) => file.data)]);
const copySchema = z.object({ url: z.string(), etag: z.string().nullable(), asOf: z.string(), medicines: z.array(medicineSchema) });
type Copy = z.infer<typeof copySchema>;

export type MedicinesStore = { readonly load: (options: FileOptions) => Promise<MedicinesFile> };

/** A store of the file; askers at the same time share one download. */
export function makeMedicinesStore(): MedicinesStore {
  let copy: Copy | null = null;
  let failed: { url: string; at: number; error: ProviderError } | null = null;
  let running: Promise<void> | null = null;

  async function refresh(url: string, options: FileOptions): Promise<void> {
    const now = options.now.getTime();
    if (copy?.url !== url) copy = await readCopy(options.folder, url);
    if (copy && now - Date.parse(copy.asOf) < (options.keepMs ?? usualKeepMs)) return;
    const fetched = await fetchBody(url, {
      name,
      fetch: options.fetch,
      // One asker's cancel must not take the file from the others; the download is bounded by its own times.
      signal: new AbortController().signal,
      headers: { accept: "application/json", "user-agent": userAgent(options.contact), ...(copy?.etag ? { "if-none-match": copy.etag } : {}) },
      maxBytes,
      ...options.limits,
      ...(options.firstByteMs === undefined ? {} : { firstByteMs: options.firstByteMs }),
    });
    const asOf = options.now.toISOString();
    failed = null;
    if (!fetched.ok) failed = { url, at: now, error: fetched.error };
    else if (fetched.status === 304 && copy) copy = { ...copy, asOf };
    else if (fetched.status < 200 || fetched.status >= 300)
      failed = { url, at: now, error: errorOfStatus(name, fetched.status, fetched.headers, options.now) };
    else {
      const parsed = parseJson(name, fetched.text, fileSchema);
      const { records, broken } = parsed.ok ? readRecords(parsed.value, medicineSchema) : { records: [], broken: 0 };
      const [error] = parsed.ok ? unreadable(name, records.length, broken) : [parsed.error];
      if (error) failed = { url, at: now, error };
      else copy = { url, etag: fetched.headers.get("etag"), asOf, medicines: records };
    }
    if (!failed && copy) await writeCopy(options.folder, copy);
  }

  return {
    load: async (options) => {
      const url = options.baseUrl + filePath;
      options.signal.throwIfAborted();
      if (failed?.url !== url || options.now.getTime() - failed.at >= retryMs) {
        running ??= refresh(url, options).finally(() => {
          running = null;
        });
        await untilAborted(running, options.signal);
      }
      const usable = copy?.url === url ? copy : null;
      return { medicines: usable?.medicines ?? [], asOf: usable?.asOf ?? "", error: failed?.error ?? null };
    },
  };
}

async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<never>((_done, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function readCopy(folder: string | null, url: string): Promise<Copy | null> {
  if (!folder) return null;
  try {
    const parsed = copySchema.safeParse(JSON.parse(await readFile(path.join(folder, copyName), "utf8")));
    return parsed.success && parsed.data.url === url ? parsed.data : null;
  } catch {
    // No copy yet, or a broken one: the file is fetched whole.
    return null;
  }
}

async function writeCopy(folder: string | null, copy: Copy): Promise<void> {
  if (!folder) return;
  const target = path.join(folder, copyName);
  const draft = `${target}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, JSON.stringify(copy));
    await rename(draft, target);
  } catch {
    // A folder that cannot be written costs a download after the next start, no answer.
  }
}
