// Whether a text and a sentence of it speak of the subject. A comparator that a label names here and there is not what the label is about.
// Matching is by whole folded words, so that case, accents and punctuation make no difference.

/** Lower case, without accents, every run of other characters one blank; padded so that whole words can be looked up. */
export function fold(text: string): string {
  return ` ${text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

const leastShareOfWords = 0.6;
const topicWords = / (?:and|or|in|for|of|on|with|after|during|by|against|versus|vs) /;

/** A short name must stand there whole; of a longer subject (a topic, a question) most words of four letters or more must. */
export function namesSubject(folded: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const wanted = fold(name).trim();
    if (wanted === "") return false;
    if (folded.includes(` ${wanted} `) || folded.includes(` ${wanted}s `)) return true;
    const words = wanted.split(" ").filter((word) => word.length >= 4);
    // "sleep and gout" is two things in one question, and nobody writes it so.
    if (words.length === 2) return topicWords.test(wanted) && words.every((word) => folded.includes(` ${word}`));
    if (words.length < 3) return false;
    return words.filter((word) => folded.includes(` ${word}`)).length / words.length >= leastShareOfWords;
  });
}

const opening = 320;
/** Named once in so many characters, and at least three times, the subject is what the text is about. */
const spacing = 900;
const remembered: { text: string; names: string; about: boolean } = { text: "", names: "", about: false };

/** Whether a text as a whole is about the subject: its opening names it, or it is named all through. Sentences of such a text need not repeat the name. */
export function isAbout(text: string, names: readonly string[]): boolean {
  const key = names.join("\n");
  if (remembered.text === text && remembered.names === key) return remembered.about;
  const folded = fold(text);
  const named = (name: string): number => folded.split(` ${fold(name).trim()} `).length - 1;
  const count = Math.max(0, ...names.filter((name) => fold(name).trim() !== "").map(named));
  const about = namesSubject(fold(text.slice(0, opening)), names) || (count >= 3 && count >= folded.length / spacing);
  Object.assign(remembered, { text, names: key, about });
  return about;
}

// The endings that nonproprietary names of one class share, as the WHO assigns them.
const drugName =
  "\\w{2,}(?:xaban|gatran|gliptin|gliflozin|glitazone|formin|statin|sartan|dipine|prazole|conazole|tinib|mab|floxacin|parin|farin|triptan|glutide|cycline|profen|olol)";
const aboutAnother = new RegExp(
  `^(?:(?:the|an?|mean|median|oral|plasma|elimination|terminal|apparent|absolute|total|half-life|bioavailability|clearance|maximum|recommended|daily|starting|usual|dose|of|in|for|with) ){0,7}(${drugName}) (?:is|was|are|were|has|had|does|may|should|can|inhibits|binds|undergoes|reaches|crosses)\\b`,
  "i",
);

/**
 * Whether a sentence of a text may speak of the subject: it names it, or the text is about it (by its title, where one is known) and the sentence does
 * not begin with another drug.
 */
export function concerns(sentence: string, text: string, names: readonly string[], title = ""): boolean {
  if (names.length === 0 || namesSubject(fold(sentence), names)) return true;
  return !aboutAnother.test(sentence) && (namesSubject(fold(title), names) || isAbout(text, names));
}

/** Whether a word of a vocabulary is the subject itself. */
export function isSubjectItself(value: string, names: readonly string[]): boolean {
  return names.some((name) => fold(name) === fold(value));
}
