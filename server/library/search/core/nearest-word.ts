// The word that was probably meant: one or two slips away, the more frequent one of several.

/** Slips between two words: a letter more, less, changed, or two that changed places (Damerau, optimal string alignment); more than `most` is `most + 1`. */
export function slips(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[to.length] ?? most + 1, most + 1);
}

/** How many slips are forgiven in a word of a length; a number is never another number. */
export function forgiven(word: string): number {
  return /\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

export type KnownWord = { readonly lexeme: string; readonly df: number };

/** The nearest of the known words, null where none is near. */
export function nearestWord(word: string, known: readonly KnownWord[]): KnownWord | null {
  const most = forgiven(word);
  let nearest: (KnownWord & { readonly slips: number }) | null = null;
  for (const each of most === 0 ? [] : known) {
    const distance = slips(word, each.lexeme, most);
    if (distance === 0 || distance > most) continue;
    if (!nearest || distance < nearest.slips || (distance === nearest.slips && each.df > nearest.df)) nearest = { ...each, slips: distance };
  }
  return nearest && { lexeme: nearest.lexeme, df: nearest.df };
}
