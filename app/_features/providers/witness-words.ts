// What the panel says about one provider's answer, from its data alone.
import type { State } from "@/app/_ui/marks/states";
import { durationWords } from "@/app/_ui/time/format-time";
import type { Standing, Witness, WitnessSource } from "@/server/research/editions/panel/schema";
import type { ProviderKind } from "@/server/research/providers/schema";
import type { AgainQuote } from "@/server/research/requests/quote-again";
import type { PublicationNotice } from "@/server/research/sources/schema";

export const kindWords: Readonly<Record<ProviderKind, string>> = {
  engine: "answer engine",
  api: "evidence API",
  library: "your own documents",
};

const standings: Readonly<Record<Standing, readonly [State, string]>> = {
  waiting: ["running", "Being asked"],
  answered: ["done", "Answered"],
  cut_off: ["open", "Cut off"],
  ungrounded: ["open", "Ungrounded"],
  nothing_found: ["nothing_found", "Nothing found"],
  failed: ["failed", "Failed"],
  not_asked: ["not_searched", "Not asked"],
};
export const standingState = (standing: Standing): State => standings[standing][0];
export const standingWords = (standing: Standing): string => standings[standing][1];

/** US dollars, to the tenth of a cent where they are less than one dollar. */
export function price(usd: number): string {
  if (usd === 0 || usd >= 1) return `$${usd.toFixed(2)}`;
  return usd < 0.001 ? "under $0.001" : `$${usd.toFixed(3)}`;
}

export function costWords({ cost: { usd, basis }, kind, cachedAt }: Pick<Witness, "cost" | "kind" | "cachedAt">): string {
  if (usd === null) return basis === null ? "not yet" : "not known";
  if (usd === 0 && basis !== "unknown") return kind !== "engine" || cachedAt !== null ? "free" : price(0);
  return basis === "unknown" ? `${price(usd)} and more, not known` : `${price(usd)}, ${basis ?? "not known"}`;
}

/** What other rounds of asking it cost; null where there was none that cost anything. */
export function otherCostWords({ otherCosts }: Pick<Witness, "otherCosts">): string | null {
  const usd = otherCosts.reduce((sum, cost) => sum + (cost.usd ?? 0), 0);
  const unknown = otherCosts.some((cost) => cost.basis === "unknown");
  if (usd === 0 && !unknown) return null;
  return unknown ? `${price(usd)} and more, not known, for asking it before` : `${price(usd)} more for asking it before`;
}

/** A dated name of the model that was asked for is that model. */
export function modelWords({ model, servedModel, standing }: Pick<Witness, "model" | "servedModel" | "standing">): string | null {
  if (model === null) return servedModel;
  if (servedModel === null) return standing === "failed" ? `${model}, none served` : model;
  return servedModel.startsWith(model) ? `${servedModel}, as asked` : `${servedModel}; ${model} was asked for`;
}

/** How long the asking took in all, waits between tries included. */
export function timeWords({ startedAt, endedAt }: Pick<Witness, "startedAt" | "endedAt">): string {
  return endedAt === null ? "not yet" : durationWords(Date.parse(endedAt) - Date.parse(startedAt));
}

export function retryWords({ attempts, standing }: Pick<Witness, "attempts" | "standing">): string {
  if (attempts <= 1) return "none";
  return `${attempts - 1}${standing === "failed" ? ", then given up" : ""}`;
}

/** The line above an answer's sources. */
export function sourcesHead({ sources, standing, stated, kind }: Pick<Witness, "sources" | "standing" | "stated" | "kind">): string {
  const count = sources.length;
  if (count === 0) return standing === "failed" || standing === "not_asked" ? "Nothing received" : standing === "waiting" ? "None yet" : "No source";
  const cited = sources.filter((source) => source.role === "cited").length;
  const whole = `${count} ${count === 1 ? "source" : "sources"}`;
  if (stated > 0) return `${whole}, ${stated} ${stated === 1 ? "fact" : "facts"} as structured fields`;
  return cited === count || kind !== "engine" ? whole : `${whole}, ${cited} of them cited`;
}

/** Whether an answer rests on a source: what an engine cites, and every record of what has no prose of its own. */
export function restsOn(kind: ProviderKind, role: WitnessSource["role"]): boolean {
  return kind !== "engine" || role === "cited";
}

/** Who else stands on the same voices, by name; empty for a witness that speaks alone. */
export function sameVoice(witness: Witness, others: readonly Witness[]): string[] {
  const own = voicesOf(witness);
  return others.filter((other) => other !== witness && [...voicesOf(other)].some((voice) => own.has(voice))).map((other) => other.name);
}

function voicesOf({ kind, sources }: Witness): Set<string> {
  return new Set(sources.flatMap(({ role, voice }) => (voice !== null && restsOn(kind, role) ? [voice] : [])));
}

/** Whether the prose has numbers in brackets, which are the provider's and not the edition's. */
export const hasOwnNumbers = (said: Witness["said"]): boolean => said.flat(2).some((piece) => /\[\d{1,3}\]/.test(piece.text));

/** A whole sentence for which the answer names no source, although it names some for others. */
export function isUnsourced(sentence: Witness["said"][number][number]): boolean {
  return sentence.every((piece) => piece.sources.length === 0) && /[.!?]["\u201d)]*\s*$/.test(sentence.map((piece) => piece.text).join(""));
}

/** How often it may be asked. */
export function limitWords({ limit }: Pick<Witness, "limit">): string | null {
  return limit === null ? null : `${limit.perMinute} a minute, ${limit.atATime} at a time`;
}

/** What one more question would cost, for the line beside its button. */
export function againWords({ usd, mostUsd }: Pick<AgainQuote, "usd" | "mostUsd">): string {
  if (usd === null) return `cost not known; at most about ${price(mostUsd)} is set aside`;
  return usd === 0 ? "free" : `about ${price(usd)}`;
}

const noticeWords: Readonly<Record<PublicationNotice["kind"], string>> = {
  retraction: "Retracted",
  expression_of_concern: "Under an expression of concern",
  correction: "Corrected",
};

export function noticeLine({ kind, date, by }: PublicationNotice): string {
  return `${noticeWords[kind]}${date === null ? "" : `, ${date}`}${by === null ? "" : ` (${by})`}`;
}
