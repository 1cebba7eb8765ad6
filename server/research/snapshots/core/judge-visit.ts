// What a visit says about the page. A site that refuses or a network that is away says nothing about whether the page is there.
import type { RefusalKind } from "@/server/platform/outbound";
import type { Judgement } from "../schema";
import { endsAtSignIn, endsAtTheDoor, isBotWall, isPaywall, missingPhrase } from "./soft-missing";

export type Came = {
  readonly status: number;
  readonly url: string;
  readonly finalUrl: string;
  readonly title: string | null;
  /** Readable text; empty when there is none. */
  readonly text: string;
  /** Whether the body is of a kind that Variorum reads. */
  readonly readable: boolean;
  /** The address beside it that nobody made gave the very same text. */
  readonly sameAsMadeUp?: boolean;
};
export type Refused = { readonly kind: RefusalKind; readonly message: string; readonly noSuchHost?: true };

const judged = (state: Judgement["state"], method: string, reason: string): Judgement => ({ state, method, reason });

/** Fewer characters than this are a frame without its picture. */
const tiny = 120;
/** A page with less text than this may be the same for every address; a made-up one beside it tells. */
const thin = 2000;

export function judgePage(came: Came): Judgement {
  const { status, title, text } = came;
  if (status === 404 || status === 410) return judged("dead", "GET", `The address answers ${status}.`);
  if (status === 402) return judged("paywall", "paywall", "Only paying readers see it (402).");
  if (status === 401 || status === 403 || status === 407 || status === 429 || status === 451)
    return judged("blocked", "GET", `The site does not let a program read it (${status}).`);
  if (status >= 500) {
    return isBotWall(title, text)
      ? judged("blocked", "GET", `The site asks for proof of a human reader (${status}).`)
      : judged("unknown", "GET", `The site failed on its side (${status}).`);
  }
  if (status < 200 || status >= 300) return judged("unknown", "GET", `The address answers ${status}, which says nothing about the page.`);
  if (isBotWall(title, text)) return judged("blocked", "GET", "The site asks for proof of a human reader.");
  const phrase = missingPhrase([title, firstLine(text)]);
  if (phrase !== null) return judged("dead", "soft 404", `The page answers ${status} and says "${phrase.slice(0, 60)}".`);
  if (endsAtTheDoor(came.url, came.finalUrl)) return judged("dead", "soft 404", "The address leads to the front page of the site.");
  if (came.sameAsMadeUp) return judged("dead", "soft 404", "A made-up address beside it gives the very same page.");
  if (endsAtSignIn(came.url, came.finalUrl)) return judged("paywall", "paywall", "The address leads to a page to sign in.");
  if (isPaywall(text)) return judged("paywall", "paywall", "What can be read of it asks for payment or a sign-in.");
  if (!came.readable) return judged("unknown", "GET", "It is there, but not of a kind that can be read as text.");
  if (text.trim().length < tiny) return judged("unknown", "GET", "It is there, but next to nothing on it can be read.");
  return judged("alive", "GET", "The page was read.");
}

/** Whether the judgement would be surer with a look at a made-up address beside it. */
export function wantsSibling(came: Came, judgement: Judgement): boolean {
  return came.status === 200 && came.text.length < thin && (judgement.state === "alive" || judgement.state === "unknown");
}

const refusals: Readonly<Record<RefusalKind, Judgement["state"]>> = {
  bad_url: "not_checked",
  refused_address: "not_checked",
  robots: "blocked",
  unreachable: "unknown",
  timeout: "unknown",
  too_large: "unknown",
  too_many_redirects: "unknown",
  resting: "not_checked",
  off: "not_checked",
};

export function judgeRefusal({ kind, message, noSuchHost }: Refused): Judgement {
  if (noSuchHost) return judged("dead", "name lookup", message);
  return judged(refusals[kind], kind === "robots" ? "robots.txt" : refusals[kind] === "not_checked" ? "none" : "GET", message);
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}
