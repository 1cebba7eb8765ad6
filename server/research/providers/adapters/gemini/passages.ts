// Sources and spans of an answer over numbered passages: each number is a stretch of a source that Variorum holds, so every citation can be checked.
import { identityKey, parseIdentity } from "../../../sources/core/identity";
import type { FoundSource } from "../../../sources/schema";
import { numberedMarkers } from "../../core/markers";
import type { Question } from "../../schema";
import { type Found, nothingFound } from "./found";

type Passages = NonNullable<Question["passages"]>;

export function readCitations(text: string, passages: Passages): Found {
  let danglingMarkers = 0;
  const sources: FoundSource[] = [];
  const indexByKey = new Map<string, number>();
  const indexOf = (number: number): number | null => {
    const passage = passages[number - 1];
    const identity = passage ? parseIdentity(passage.key) : null;
    if (!passage || !identity) return null;
    const key = identityKey(identity);
    const known = indexByKey.get(key);
    if (known === undefined) {
      indexByKey.set(key, sources.length);
      sources.push(sourceOf(identity, passage));
      return sources.length - 1;
    }
    const source = sources[known];
    if (source) sources[known] = extended(source, passage);
    return known;
  };
  const spans = numberedMarkers(text).flatMap(({ start, end, numbers }) => {
    const found = numbers.map(indexOf);
    danglingMarkers += found.filter((index) => index === null).length;
    const cited = [...new Set(found.flatMap((index) => index ?? []))];
    return cited.length > 0 ? [{ start, end, sources: cited, covers: "marker" as const }] : [];
  });
  return { ...nothingFound, sources, spans, danglingMarkers };
}

function sourceOf(identity: FoundSource["identity"], passage: Passages[number]): FoundSource {
  return {
    identity,
    aliases: [],
    title: passage.sourceTitle.replace(/\s+/g, " ").trim().slice(0, 600) || identity.value.slice(0, 600),
    url: identity.scheme === "url" ? identity.value : null,
    // What is known of it came with whoever brought it first; the best knowledge stands when they are merged.
    tier: 10,
    date: null,
    jurisdiction: null,
    publisher: null,
    licence: null,
    role: "cited",
    ...(passage.place ? { text: passage.place.text, passages: [placed(passage.place)] } : { text: passage.text, passages: [whole(passage.text, 0)] }),
    upstream: null,
    superseded: false,
  };
}

/** A second passage of one source: at its place in the text both come from, or else apart from the first, so that no sentence runs across both. */
function extended(source: FoundSource, { text, place }: Passages[number]): FoundSource {
  if (place && place.text === source.text) {
    const known = source.passages.some((passage) => passage.start === place.start && passage.end === place.end);
    return known ? source : { ...source, passages: [...source.passages, placed(place)] };
  }
  if (source.text.includes(text)) return source;
  return { ...source, text: `${source.text}\n\n${text}`, passages: [...source.passages, whole(text, source.text.length + 2)] };
}

const whole = (text: string, start: number) => ({ start, end: start + text.length, page: null, heading: null, score: 1 });
const placed = ({ start, end, page, heading }: NonNullable<Passages[number]["place"]>) => ({ start, end, page, heading, score: 1 });
