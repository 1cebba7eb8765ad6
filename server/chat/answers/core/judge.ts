// The publish gate over an answer. A sentence is printed only where a passage that it cites carries it alone; what a text orders its reader to say is
// neither evidence nor answer.
import { isAddressed, withoutOrders } from "@/server/research/claims/core/addressed";
import { checkSentence } from "@/server/research/synthesis/core/gate/check-sentence";
import { isDangling, isProse, sentencesBetween } from "@/server/research/synthesis/core/prose";
import { jaccard, stemsOf } from "@/server/research/synthesis/core/text-stems";
import type { GateVerdict } from "@/server/research/synthesis/schema";
import { anchorQuote } from "@/server/research/verification/core/anchor";
import { repeats } from "./repeats";
import { contextOf, type Stretch } from "./stretch";

/** Words of a stretch; offsets in its text. */
export type Place = { readonly stretch: Stretch; readonly start: number; readonly end: number };
export type Judged =
  | { readonly kind: "published"; readonly text: string; readonly verbatim: boolean; readonly places: readonly Place[] }
  | { readonly kind: "withheld"; readonly text: string; readonly reason: string }
  | { readonly kind: "dropped" };
export type Proposal = { readonly text: string; readonly citations: readonly { readonly passage: string; readonly quote: string }[] };

const mostCitations = 4;

/** Whether these words of a stretch stand as they are: the gate's answer for a sentence that is quoted. */
export function judgeQuote(text: string, places: readonly Place[]): Judged {
  const carried = places.filter(({ stretch }) => checkSentence(text, [evidenceOf(stretch)]).publish);
  if (carried.length > 0 && !isAddressed(text)) return { kind: "published", text, verbatim: true, places: carried };
  return { kind: "withheld", text, reason: "Its passage does not hold it as it stands." };
}

/** A sentence that a model proposes, against the passages that it cites, by the stricter thresholds. */
export function judgeProposal({ text: given, citations }: Proposal, stretches: readonly Stretch[], published: readonly string[]): Judged {
  const text = given.replace(/\s+/g, " ").trim();
  if (text === "" || published.some((other) => repeats(other, text))) return { kind: "dropped" };
  const withheld = (reason: string): Judged => ({ kind: "withheld", text, reason });
  if (/https?:|www\.|<\/?\w|```/i.test(text)) return withheld("It holds an address or marks that are no prose.");
  if (isAddressed(text)) return withheld("It gives orders to whoever reads it.");
  if (!isProse(text)) return withheld("It is no whole sentence.");
  if (isDangling(text)) return withheld("It leans on a sentence before it.");
  const places: Place[] = [];
  let unknown = citations.length === 0 ? "It cites no passage." : "It cites a passage that was not given.";
  for (const { passage, quote } of citations.slice(0, mostCitations)) {
    const stretch = stretches.find(({ id }) => id === passage.trim());
    if (!stretch) continue;
    const anchor = quote.trim().length < 4 ? null : anchorQuote(withoutOrders(stretch.text), quote);
    if (!anchor) unknown = "The words that it quotes do not stand in the passage.";
    else if (!places.some((place) => place.stretch === stretch)) places.push(placeOf(text, stretch, anchor));
  }
  if (places.length === 0) return withheld(unknown);
  const verdicts = places.map((place) => ({ place, verdict: checkSentence(text, [evidenceOf(place.stretch)], { strict: true }) }));
  const carried = verdicts.filter(({ verdict }) => verdict.publish);
  if (carried.length === 0) return withheld(reasonOf(verdicts.map(({ verdict }) => verdict)));
  return { kind: "published", text, verbatim: carried.some(({ verdict }) => verdict.verbatim), places: carried.map(({ place }) => place) };
}

const evidenceOf = (stretch: Stretch) => ({ text: withoutOrders(stretch.text), context: contextOf(stretch) });

/** The sentence of the stretch that says most of it, where the quoted words say far less. */
function placeOf(text: string, stretch: Stretch, quoted: { start: number; end: number }): Place {
  const wanted = stemsOf(text);
  const placed = sentencesBetween(stretch.text, 0, stretch.text.length).map(({ start, end, text: own }) => ({
    start,
    end,
    share: jaccard(wanted, stemsOf(own)),
    quoted: start < quoted.end && quoted.start < end,
  }));
  const own = Math.max(0, ...placed.filter((one) => one.quoted).map(({ share }) => share));
  const best = placed.reduce<(typeof placed)[number] | null>((a, b) => (a === null || b.share > a.share ? b : a), null);
  return best && own < best.share / 2 ? { stretch, start: best.start, end: best.end } : { stretch, start: quoted.start, end: quoted.end };
}

function reasonOf(verdicts: readonly GateVerdict[]): string {
  const [best] = verdicts.toSorted((a, b) => b.score - a.score);
  const blocking = best?.findings.find((one) => one.blocking);
  if (blocking) return blocking.reason;
  return `The cited passage carries too little of it: ${Math.round((best?.recall ?? 0) * 100)}% of its words are there.`;
}
