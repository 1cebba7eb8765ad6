// Runs in a process of its own with limits: reads web pages one after the other from standard input until that ends, since starting a process takes
// many times longer than reading a page. A page that breaks the parser is the process's last.
// A page comes as two lengths (32 bits, big-endian), the charset's name and the bytes; an answer goes as one length and JSON.
import { extractHtml } from "./html.ts";
import { goOffline } from "./offline.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";

type Page = { readonly charset: string; readonly bytes: Uint8Array };

const head = 8;

async function* pages(): AsyncGenerator<Page> {
  let parts: Buffer[] = [];
  let size = 0;
  let wanted = head;
  for await (const part of process.stdin) {
    parts.push(part);
    size += part.length;
    if (size < wanted) continue;
    const input = Buffer.concat(parts, size);
    const named = input.readUInt32BE(0);
    wanted = head + named + input.readUInt32BE(4);
    parts = [input];
    if (size < wanted) continue;
    yield { charset: input.toString("latin1", head, head + named), bytes: new Uint8Array(input.subarray(head + named, wanted)) };
    parts = [input.subarray(wanted)];
    size -= wanted;
    wanted = head;
  }
}

function write(outcome: ExtractOutcome): Promise<void> {
  const text = Buffer.from(JSON.stringify(outcome), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return new Promise((resolve) => process.stdout.write(Buffer.concat([length, text]), () => resolve()));
}

goOffline();
for await (const { charset, bytes } of pages()) {
  try {
    await write(extractHtml(bytes, charset === "" ? undefined : charset));
  } catch {
    // What state the parser is in is not known, so nothing more is read here.
    await write(refusal("The page is damaged: reading it broke the parser."));
    process.exit(1);
  }
}
process.exit(0);
