// What the terminal shows while a run is under way: a bar that is redrawn on a terminal, plain lines elsewhere. Always on standard error.
import type { ProgressEvent } from "@/server/progress/schema";
import { type RunEventBody, type RunEventType, runEventBodies } from "@/server/research/requests/run-events";

const width = 24;

export type ProgressView = { readonly show: (event: ProgressEvent) => void; readonly end: () => void };

export function progressView(out: NodeJS.WriteStream, total: number): ProgressView {
  let settled = 0;
  let now = "";
  const drawn = out.isTTY === true;
  const line = (text: string) => {
    if (drawn) out.write("\r\u001b[K");
    out.write(`${text}\n`);
    draw();
  };
  const draw = () => {
    if (!drawn) return;
    const filled = total === 0 ? width : Math.round((settled / total) * width);
    const room = Math.max(20, (out.columns ?? 80) - width - 14);
    out.write(`\r\u001b[K[${"#".repeat(filled)}${".".repeat(width - filled)}] ${settled} of ${total}  ${now.slice(0, room)}`);
  };
  return {
    show: (event) => {
      const text = lineFor(event);
      if (event.type === "category.ended") settled += 1;
      if (text === null) return;
      if (text.lasting || !drawn) line(text.words);
      else {
        now = text.words;
        draw();
      }
    },
    end: () => {
      if (drawn) out.write("\r\u001b[K");
    },
  };
}

type Described = { readonly words: string; readonly lasting: boolean };

/** One line for an event; null for those a terminal need not show. Lasting lines stay, the others replace one another. */
export function lineFor(event: ProgressEvent): Described | null {
  const toLine = lines[event.type as RunEventType] as ((body: unknown) => Described | null) | undefined;
  if (!toLine) return null;
  const body = runEventBodies[event.type as RunEventType].safeParse(event.body);
  return body.success ? toLine(body.data) : null;
}

type Lines = { [T in RunEventType]?: (body: RunEventBody<T>) => Described | null };

const passing = (words: string): Described => ({ words, lasting: false });
const lasting = (words: string): Described => ({ words, lasting: true });

const lines: Lines = {
  "request.started": (body) => lasting(`${counted(body.categories, "category", "categories")}; asking ${body.providers.join(", ")}`),
  "provider.answered": (body) =>
    body.status === "failed"
      ? lasting(`   ${body.category.name}: ${body.provider} did not answer. ${body.reason ?? ""}`)
      : body.status === "refused"
        ? passing(`${body.category.name}: ${body.reason ?? `${body.provider} was not asked.`}`)
        : passing(`${body.category.name}: ${body.provider} brought ${counted(body.sources, "source")}`),
  "provider.retrying": (body) => lasting(`   ${body.category.name}: ${body.provider} is asked again. ${body.reason}`),
  "sources.checked": (body) => passing(`${body.category.name}: ${counted(body.looked, "source")} looked up outside`),
  "sources.verified": (body) => passing(`${body.category.name}: ${counted(body.checked, "source")} checked`),
  "claims.extracted": (body) => passing(`${body.category.name}: ${counted(body.claims, "claim")}`),
  "text.written": (body) => passing(`${body.category.name}: ${counted(body.sentences, "sentence")}, ${body.withheld} withheld`),
  "category.ended": (body) => lasting(`${String(body.category.number).padStart(2)} ${body.category.name}: ${outcome(body)}`),
  "request.ended": (body) => lasting(`Ended: ${body.status.replace("_", " ")}${body.note ? `. ${body.note}` : ""}`),
};

/** A number with its noun. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function outcome(body: RunEventBody<"category.ended">): string {
  if (body.outcome === "found") return `${counted(body.sources, "source")}, ${body.independent} independent, confidence ${body.confidence ?? "none"}`;
  if (body.outcome === "nothing_found") return "searched, nothing found";
  return body.reason ?? body.outcome.replace("_", " ");
}
