/** Which of some places, sorted by `start`, holds an offset; null between them. */
export function placeAt<T extends { readonly start: number; readonly end: number }>(places: readonly T[], offset: number): T | null {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (!place) return null;
    if (offset < place.start) high = middle - 1;
    else if (offset >= place.end) low = middle + 1;
    else return place;
  }
  return null;
}
