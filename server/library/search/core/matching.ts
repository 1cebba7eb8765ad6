// Where in a text the words of a query stand, exactly: by the lexemes that the index knows them under, and sequences by the words as they are written.
import { runsOf, tokenise } from "./tokenise";

export type Place = { readonly start: number; readonly end: number };

/** UTF-16 places of the lexemes in a text of a language, in order and without overlaps; neighbours in writing without blanks are joined. */
export function placesOf(text: string, language: string | null, lexemes: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  for (const { start, end, pairs } of runsOf(text)) {
    if (!pairs) {
      if (tokenise(text.slice(start, end), language).some((lexeme) => lexemes.has(lexeme))) places.push({ start, end });
      continue;
    }
    for (const pair of pairs) {
      if (!tokenise(text.slice(pair.start, pair.end), language).some((lexeme) => lexemes.has(lexeme))) continue;
      const last = places.at(-1);
      if (last && last.end >= pair.start && last.start >= start) places[places.length - 1] = { start: last.start, end: pair.end };
      else places.push(pair);
    }
  }
  return places;
}

/** Where a sequence of words stands word for word, accents, capitals and what stands between words apart. */
export function phrasePlaces(text: string, phrase: string): Place[] {
  const wanted = writtenTokens(phrase).map(({ token }) => token);
  const said = writtenTokens(text);
  const places: Place[] = [];
  if (wanted.length === 0) return places;
  for (let at = 0; at + wanted.length <= said.length; at += 1) {
    if (!wanted.every((token, i) => said[at + i]?.token === token)) continue;
    places.push({ start: said[at]?.start ?? 0, end: said[at + wanted.length - 1]?.end ?? 0 });
  }
  return places;
}

type Written = Place & { readonly token: string };

/** Words as written; of writing without blanks each character, so that a sequence of them is found anywhere. */
function writtenTokens(text: string): Written[] {
  return runsOf(text).flatMap(({ start, end, pairs }): Written[] => {
    if (!pairs) {
      const tokens = tokenise(text.slice(start, end), null);
      return tokens.map((token) => ({ start, end, token }));
    }
    let at = start;
    return [...text.slice(start, end)].map((character) => {
      const place = { start: at, end: at + character.length, token: character.normalize("NFKC") };
      at += character.length;
      return place;
    });
  });
}

/** Places of several kinds in one order, overlaps joined. */
export function mergePlaces(places: readonly Place[]): Place[] {
  const merged: Place[] = [];
  for (const place of [...places].sort((x, y) => x.start - y.start || x.end - y.end)) {
    const last = merged.at(-1);
    if (last && place.start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else merged.push({ start: place.start, end: place.end });
  }
  return merged;
}
