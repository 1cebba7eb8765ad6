// The rungs a source climbs on its own, each judged by what bears on it alone: syntactic to not_retracted. What was not looked at is said to be not
// reached, what could not be told to be unknown. Taking evidence away never makes a rung pass.
import type { Visit } from "../../snapshots/schema";
import type { PublicationNotice, SourceIdentity } from "../../sources/schema";
import type { RegisterLook, Rung, RungResult, RungState } from "../schema";
import { citedAuthor, compareWork, titleLikeness } from "./compare-work";
import { ladderMethods } from "./ladder";
import { noticesOn, noticeWords, tellsRetraction, titlesOf, workIdentity } from "./retraction";

export type SourceFacts = {
  readonly identity: SourceIdentity;
  readonly aliases: readonly SourceIdentity[];
  readonly url: string | null;
  readonly title: string;
  /** As precise as stated: "2018", "2018-04-01". */
  readonly date: string | null;
  readonly text: string;
  /** The stored text still has the hash it was stored under. */
  readonly textIntact: boolean;
  /** What kinds of provider brought it: the owner's library, a register's own interface, or an answer engine that named it. */
  readonly broughtBy: readonly ("library" | "api" | "engine")[];
  /** Names of those who brought it, for the page. */
  readonly bringers: readonly string[];
  /** Those of them whose records carry notices of retraction. */
  readonly noticeKeepers: readonly string[];
  readonly notices: readonly PublicationNotice[];
  /** The newest look at its address that could tell something. */
  readonly visit: Visit | null;
  /** What a register said of the work. */
  readonly register: RegisterLook | null;
};

type Verdict = { readonly state: RungState; readonly method: string; readonly reason: string; readonly at?: string | null };
type Judge = (source: SourceFacts) => Verdict;

const shapes: Partial<Record<SourceIdentity["scheme"], RegExp>> = {
  doi: /^10\.\d{4,9}\/\S+$/,
  pmid: /^\d{1,9}$/,
  pmcid: /^PMC\d{1,9}$/i,
  nct: /^NCT\d{8}$/i,
  setid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  application: /^(?:NDA|ANDA|BLA)?\d{5,6}$/i,
  document: /^[0-9a-f]{64}$/,
};

/** Rungs syntactic to not_retracted, in order. A source that is not well formed is looked up nowhere. */
export function sourceRungs(source: SourceFacts, now: Date): RungResult[] {
  const first = syntactic(source);
  const rest = Object.entries(judges) as [keyof typeof judges, Judge][];
  const stamp = (rung: Rung, { at, ...verdict }: Verdict): RungResult => ({
    rung,
    ...verdict,
    at: verdict.state === "not_reached" ? null : (at ?? now.toISOString()),
  });
  const verdictOf = (judge: Judge): Verdict => (first.state === "failed" ? notReached("An earlier step failed.") : judge(source));
  return [stamp("syntactic", first), ...rest.map(([rung, judge]) => stamp(rung, verdictOf(judge)))];
}

const notReached = (reason: string): Verdict => ({ state: "not_reached", method: "none", reason });

function syntactic({ identity, url }: SourceFacts): Verdict {
  const good = (shapes[identity.scheme]?.test(identity.value) ?? true) && (url === null || isWebAddress(url));
  const reason = good ? "Identifier and address are well formed." : "The identifier or the address is not well formed.";
  return { state: good ? "passed" : "failed", method: "pattern", reason };
}

const held = (source: SourceFacts): boolean => source.broughtBy.some((kind) => kind !== "engine");
const unread = (source: SourceFacts): string =>
  `Known only from what ${source.bringers.join(", ") || "an engine"} showed; the page itself was not read.`;

const judges = {
  resolved: (source) => {
    if (source.broughtBy.includes("api")) return { state: "passed", method: "registry record", reason: "The registry returned this record." };
    if (source.broughtBy.includes("library")) return { state: "passed", method: ladderMethods.storedFile, reason: "The file is in the library." };
    const { register, visit } = source;
    if (register?.state === "found" || register?.state === "registered")
      return {
        state: "passed",
        method: register.register,
        reason: `${register.register} knows ${register.scheme.toUpperCase()} ${register.value}.`,
        at: register.at,
      };
    const seen = visit && fromVisit(visit, { softly: "passed" });
    if (seen?.state === "passed") return seen;
    if (register?.state === "absent" && isOwnIdentity(source, register))
      return {
        state: "failed",
        method: register.register,
        reason: `${register.register} knows no ${register.scheme.toUpperCase()} ${register.value}.`,
        at: register.at,
      };
    if (seen) return seen;
    return register ? notKnown(register) : notReached(unread(source));
  },
  identified: (source) => {
    if (!source.textIntact) return { state: "failed", method: "SHA-256 of the stored text", reason: "The stored text is not the one that was read." };
    if (held(source)) return { state: "passed", method: "SHA-256 of the stored text", reason: "The stored text is the one that was read." };
    const work = workIdentity([source.identity, ...source.aliases]);
    return work ? identifiedWork(source) : identifiedPage(source);
  },
  alive: (source) => {
    const read = held(source) && source.text.trim() !== "";
    if (read) return { state: "passed", method: "stored text", reason: "Its text is stored and readable." };
    if (source.visit) return fromVisit(source.visit, { softly: "failed" });
    if (held(source)) return { state: "failed", method: "stored text", reason: "Nothing can be read there." };
    return notReached(source.url === null ? "It has no address to look at." : unread(source));
  },
  not_retracted: (source) => {
    const { register, visit } = source;
    const notices = noticesOn(titlesOf(source), source.notices, register?.notices);
    const [gravest] = notices;
    if (gravest?.kind === "retraction")
      return {
        state: "failed",
        method: register?.notices.length ? register.register : "notice",
        reason: `It ${noticeWords(gravest)}.`,
        at: register?.at,
      };
    const noted = gravest ? `It was not retracted, but ${noticeWords(gravest)}.` : null;
    if (tellsRetraction(register) && isOwnIdentity(source, register))
      return { state: "passed", method: register.register, reason: noted ?? `${register.register} lists no retraction.`, at: register.at };
    const [keeper] = source.noticeKeepers;
    if (keeper) return { state: "passed", method: "registry record", reason: noted ?? `The record of ${keeper} carries no retraction.` };
    if (source.broughtBy.includes("api")) return ofRecord(source);
    if (workIdentity([source.identity, ...source.aliases])) {
      if (register) return notKnown(register);
      return held(source) ? { state: "unknown", method: "none", reason: "No retraction register was asked." } : notReached(unread(source));
    }
    if (held(source)) return { state: "unknown", method: "none", reason: "No retraction register was asked." };
    if (visit?.judgement.state === "alive")
      return { state: "unknown", method: ladderMethods.notApplicable, reason: "No register of retractions lists web pages.", at: visit.at };
    return notReached(unread(source));
  },
} as const satisfies Partial<Record<Rung, Judge>>;

/** A register's own record: a label is in force while it is listed; entries of other registers change, but nobody retracts them. */
function ofRecord({ identity, aliases }: SourceFacts): Verdict {
  if (identity.scheme === "setid" || identity.scheme === "application")
    return { state: "passed", method: "registry record", reason: "The registry lists it as current." };
  const published = [identity, ...aliases].some(({ scheme }) => scheme === "doi" || scheme === "pmid" || scheme === "pmcid");
  if (published) return { state: "unknown", method: "none", reason: "No retraction register was asked." };
  return { state: "unknown", method: ladderMethods.notApplicable, reason: "Entries of a register are not retracted; they change." };
}

function identifiedWork(source: SourceFacts): Verdict {
  const { register, visit } = source;
  if (!register || !isOwnIdentity(source, register)) return notReached(unread(source));
  const { state, register: name, scheme, value, at } = register;
  if (state === "unknown") return notKnown(register);
  if (state === "absent") return { state: "failed", method: name, reason: `${name} knows no ${scheme.toUpperCase()} ${value}.`, at };
  if (state === "registered") {
    if (visit?.judgement.state === "alive" && visit.page?.doi?.toLowerCase() === value.toLowerCase())
      return { state: "passed", method: "the page's own DOI", reason: "The DOI is registered, and the page names it as its own.", at: visit.at };
    return { state: "unknown", method: name, reason: "The DOI is registered, but with an agency that was not asked for its title.", at };
  }
  const year = Number(/^\d{4}/.exec(source.date ?? "")?.[0] ?? Number.NaN);
  // A page reached through the identifier has the right title, whatever was cited: it stands in only where nothing was.
  const cited = source.title !== "" && !isHost(source.title, source.url) ? source.title : (visit?.page?.title ?? "");
  const compared = compareWork({ titles: cited === "" ? [] : [cited], year: Number.isNaN(year) ? null : year, author: citedAuthor(cited) }, register);
  return {
    state: ({ same: "passed", different: "failed", unsure: "unknown" } as const)[compared.verdict],
    method: name,
    reason: compared.reason,
    at,
  };
}

/** Two titles with less in common than this are of two pages. */
const sameTitle = 0.45;

function identifiedPage({ visit, title, url, ...source }: SourceFacts): Verdict {
  if (!visit) return notReached(unread({ visit, title, url, ...source }));
  if (visit.judgement.state !== "alive") return fromVisit(visit, { softly: "not_reached" });
  const own = visit.page?.title ?? "";
  if (own !== "" && title !== "" && !isHost(title, url) && titleLikeness(title, own) < sameTitle)
    return { state: "unknown", method: "title of the page", reason: `The page is titled "${own.slice(0, 120)}".`, at: visit.at };
  return { state: "passed", method: "address", reason: "The page at this address is the one that was read.", at: visit.at };
}

const visitMethods = { paywall: ladderMethods.paywall } as const;

/** `softly`: what a page that says it is not there means for the rung; a hard answer fails it all the same. */
function fromVisit(visit: Visit, { softly }: { softly: RungState }): Verdict {
  const { state, method, reason } = visit.judgement;
  if (state === "alive") return { state: "passed", method, reason, at: visit.at };
  if (state === "dead") {
    const end: RungState = method === "soft 404" || softly === "not_reached" ? softly : "failed";
    return end === "passed"
      ? { state: end, method: "GET", reason: `The address answers ${visit.status}.`, at: visit.at }
      : { state: end, method, reason, at: visit.at };
  }
  if (state === "not_checked") return notReached(reason);
  return { state: "unknown", method: state === "paywall" ? visitMethods.paywall : method, reason, at: visit.at };
}

function notKnown(register: RegisterLook): Verdict {
  const reason = register.reason ?? `${register.register} could not tell.`;
  return { state: "unknown", method: register.register, reason, at: register.at };
}

function isOwnIdentity({ identity, aliases, visit }: SourceFacts, { scheme, value }: RegisterLook): boolean {
  const same = (other: string) => other.toLowerCase() === value.toLowerCase();
  return [identity, ...aliases].some((one) => one.scheme === scheme && same(one.value)) || (scheme === "doi" && same(visit?.page?.doi ?? ""));
}

/** Engines that know no title give the host's name. */
function isHost(title: string, url: string | null): boolean {
  const host = URL.parse(url ?? "")?.hostname.replace(/^www\./, "") ?? "";
  return (
    host !== "" &&
    title
      .trim()
      .toLowerCase()
      .replace(/^www\./, "") === host
  );
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
