// Which retrieved passages answer a category's question about a subject: pure word matching over folded text.
import { fold, isAbout as isAboutText, namesSubject } from "../../../claims/core/subject";

export { fold, namesSubject as mentionsSubject };

/** Whether one of the phrases stands in the folded text as whole words; a plural s may follow. */
export function mentionsAny(folded: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    const wanted = fold(phrase).trim();
    return wanted !== "" && (folded.includes(` ${wanted} `) || folded.includes(` ${wanted}s `));
  });
}

/** Whether a document as a whole is about the subject: its title names it, or its text is about it. Passages of such a document need not repeat the name. */
export function isAbout(document: { title: string; text: string }, names: readonly string[]): boolean {
  return namesSubject(fold(document.title), names) || isAboutText(document.text, names);
}
