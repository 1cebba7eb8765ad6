// Which stretches of what the others brought are shown to an engine that answers over passages: the best of every source in turn, better sources first.
// Each keeps its place, so that a citation by number leads to the very words in the text they came from.
import { withoutOrders } from "../../claims/core/addressed";
import { identityKey } from "../../sources/core/identity";
import { type Brought, type Mention, mergeFound } from "../../sources/core/merge";
import type { Question } from "../schema";

type Given = NonNullable<Question["passages"]>[number];

const mostPassages = 24;
const mostPerSource = 3;
/** Characters of all passages together: about six thousand tokens. */
const mostCharacters = 24_000;
/** A longer passage is shown up to here. */
const longestPassage = 2400;
const shortestPassage = 20;

/** At most 24 passages of sources that stand, without sentences that give orders to a reader. Who brought a source first makes no difference. */
export function choosePassages(brought: readonly Brought[]): Given[] {
  const queues = mergeFound(brought)
    .filter((source) => !(source.notices ?? []).some((notice) => notice.kind === "retraction"))
    .toSorted(
      (a, b) => Number(a.superseded) - Number(b.superseded) || a.tier - b.tier || (identityKey(a.identity) < identityKey(b.identity) ? -1 : 1),
    )
    .map((source) => ({ source, places: placesIn(fullest(source.broughtBy)) }));
  const chosen: Given[] = [];
  let room = mostCharacters;
  for (let turn = 0; turn < mostPerSource; turn++) {
    for (const { source, places } of queues) {
      const place = places[turn];
      if (!place || chosen.length >= mostPassages) continue;
      const text = withoutOrders(place.text.slice(place.start, place.end)).trim();
      if (text.length < shortestPassage || text.length > room) continue;
      room -= text.length;
      chosen.push({ key: identityKey(source.identity), sourceTitle: source.title, text, place });
    }
  }
  return chosen;
}

/** One text of each source, so that its passages count in the same: the longest that answered. */
function fullest(mentions: readonly Mention[]): Mention | null {
  const answering = mentions.filter((mention) => mention.passages.length > 0);
  return answering.toSorted((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))[0] ?? null;
}

function placesIn(mention: Mention | null): NonNullable<Given["place"]>[] {
  const places: NonNullable<Given["place"]>[] = [];
  const { text = "", passages = [] } = mention ?? {};
  for (const { start, end, page, heading } of passages.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (places.some((other) => start < other.end && other.start < end)) continue;
    places.push({ text, start, end: shortened(text, start, end), page, heading });
  }
  return places;
}

/** The passage up to the last whole word that fits. */
function shortened(text: string, start: number, end: number): number {
  if (end - start <= longestPassage) return end;
  const blank = text.lastIndexOf(" ", start + longestPassage);
  return blank > start ? blank : start + longestPassage;
}
