// Which retrieved passages answer a category's question about a subject: pure word matching over folded text.

/** Lower case, without accents, every run of other characters one blank; padded so that whole words can be looked up. */
export function fold(text: string): string {
  return ` ${text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** Whether one of the phrases stands in the folded text as whole words; a plural s may follow. */
export function mentionsAny(folded: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    const wanted = fold(phrase).trim();
    return wanted !== "" && (folded.includes(` ${wanted} `) || folded.includes(` ${wanted}s `));
  });
}

const minShareOfWords = 0.6;

/** A short name must stand there whole; of a longer subject (a topic, a question) most words of four letters or more must. */
export function mentionsSubject(folded: string, names: readonly string[]): boolean {
  if (mentionsAny(folded, names)) return true;
  return names.some((name) => {
    const words = fold(name)
      .trim()
      .split(" ")
      .filter((word) => word.length >= 4);
    if (words.length < 3) return false;
    const present = words.filter((word) => folded.includes(` ${word}`)).length;
    return present / words.length >= minShareOfWords;
  });
}

/**
 * Whether a document as a whole is about the subject: its title names it, or its opening does, or it is named in at
 * least one passage in four. Passages of such a document need not repeat the name.
 */
export function isAbout(document: { title: string; text: string }, names: readonly string[]): boolean {
  if (mentionsSubject(fold(document.title), names)) return true;
  const folded = fold(document.text);
  const short = names.map((name) => fold(name).trim()).filter((name) => name !== "");
  const count = Math.max(0, ...short.map((name) => folded.split(` ${name} `).length - 1));
  return count >= 3 && count >= folded.length / 6000;
}
