// Web pages are read by processes that read several, one at a time each. One that took too long or too much, or that a page broke, is killed; and none
// lives long. PDFs are not read here: their parser is larger, and each gets a process of its own.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { makePlaces } from "@/server/platform/places";
import type { ExtractOutcome } from "../extract-child/outcome";
import {
  type ExtractLimits,
  maxOutputBytes,
  parseOutcome,
  residentMb,
  startChild,
  tooLarge,
  tooLong,
  tooMuchMemory,
  tooMuchText,
  watchMs,
} from "./extract-process";

const pagesPerProcess = 50;
const idleMs = 2_000;

type Reader = { readonly child: ChildProcessWithoutNullStreams; pages: number; idle: NodeJS.Timeout | null };
type Ended = { readonly outcome: ExtractOutcome; readonly reusable: boolean };

export type HtmlReaders = {
  /** The text of a web page, or one sentence why there is none. Rejects only when no process can be started or `signal` aborts. */
  readonly read: (bytes: Uint8Array, charset: string | null, allowed: ExtractLimits, signal: AbortSignal) => Promise<ExtractOutcome>;
};

export function makeHtmlReaders(atATime: number): HtmlReaders {
  const places = makePlaces(atATime);
  const waiting: Reader[] = [];

  function take(allowed: ExtractLimits): Reader {
    const known = waiting.pop();
    if (known?.idle) clearTimeout(known.idle);
    const reader = known ?? { child: startChild("serve.ts", [], allowed), pages: 0, idle: null };
    if (!known) {
      reader.child.stderr.resume();
      // A child that ends early closes the pipe; its exit tells why.
      reader.child.stdin.on("error", () => {});
      reader.child.on("exit", () => forget(reader));
      // Told to whoever reads with it at that time.
      reader.child.on("error", () => forget(reader));
    }
    hold(reader, true);
    return reader;
  }

  function forget(reader: Reader): void {
    const at = waiting.indexOf(reader);
    if (at >= 0) waiting.splice(at, 1);
  }

  function giveBack(reader: Reader, reusable: boolean): void {
    reader.pages += 1;
    if (!reusable || reader.pages >= pagesPerProcess || reader.child.exitCode !== null) {
      reader.child.kill("SIGKILL");
      return;
    }
    reader.idle = setTimeout(() => {
      forget(reader);
      reader.child.kill("SIGKILL");
    }, idleMs).unref();
    // An idle process must not keep this one alive; when this one ends, its input ends, and so does it.
    hold(reader, false);
    waiting.push(reader);
  }

  return {
    read: (bytes, charset, allowed, signal) =>
      places.take(signal, async () => {
        const reader = take(allowed);
        let ended: Ended | null = null;
        try {
          ended = await converse(reader.child, bytes, charset ?? "", allowed, signal);
        } finally {
          giveBack(reader, ended?.reusable === true && (await residentMb(reader.child.pid)) < allowed.mb / 2);
        }
        signal.throwIfAborted();
        return ended.outcome;
      }),
  };
}

function hold(reader: Reader, held: boolean): void {
  const { child } = reader;
  for (const part of [child, child.stdin, child.stdout, child.stderr]) {
    const method: unknown = Reflect.get(part, held ? "ref" : "unref");
    if (typeof method === "function") method.call(part);
  }
}

function converse(
  child: ChildProcessWithoutNullStreams,
  bytes: Uint8Array,
  charset: string,
  allowed: ExtractLimits,
  signal: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    /** Of the answer, told before it. */
    let length: number | null = null;
    const end = (ended: Ended) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener("abort", abort);
      child.stdout.off("data", hear);
      child.off("error", failed).off("close", closed);
      resolve(ended);
    };
    const refuse = (reason: string) => end({ outcome: { ok: false, reason }, reusable: false });
    const hear = (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (length === null && size >= 4) {
        const head = Buffer.concat(parts.splice(0), size);
        parts.push(head);
        length = head.readUInt32BE(0);
      }
      if (length === null) return;
      if (length > maxOutputBytes) refuse(tooMuchText);
      // Put together once, when all of it is there.
      else if (size >= 4 + length) {
        const outcome = parseOutcome(Buffer.concat(parts, size).toString("utf8", 4, 4 + length));
        end({ outcome, reusable: size === 4 + length });
      }
    };
    const failed = (error: Error) => {
      reject(error);
      refuse(error.message);
    };
    const closed = (code: number | null, killedBy: NodeJS.Signals | null) => {
      // V8 aborts the process when its heap is full.
      if (killedBy === "SIGABRT" || code === 134) refuse(tooMuchMemory(allowed));
      else end({ outcome: parseOutcome(""), reusable: false });
    };
    const abort = () => refuse("Reading it was cancelled.");
    const timer = setTimeout(() => refuse(tooLong(allowed)), allowed.ms);
    const watch = setInterval(() => {
      void tooLarge(child.pid, allowed).then((large) => {
        if (large) refuse(tooMuchMemory(allowed));
      });
    }, watchMs);
    signal.addEventListener("abort", abort, { once: true });
    child.stdout.on("data", hear);
    child.on("error", failed).on("close", closed);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(Buffer.byteLength(charset, "latin1"), 0);
    head.writeUInt32BE(bytes.length, 4);
    child.stdin.write(Buffer.concat([head, Buffer.from(charset, "latin1"), bytes]));
  });
}
