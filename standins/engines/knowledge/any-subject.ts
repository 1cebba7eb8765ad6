// For every other subject: a few statements that agree, differ and copy one another, so that a trial of any pack shows something.
import type { Subject } from "./subject";

export function anySubject(question: string): Subject {
  const name = (/^Subject:\s*\n(.{1,120})/m.exec(question)?.[1] ?? leadOf(question)).trim().slice(0, 80) || "The subject";
  return {
    name,
    match: /^/,
    topics: [
      {
        slug: "overview",
        words: /./,
        says: {
          label: `${name} was first described in 1987. The reference edition counts 12 sections on ${name}.`,
          agency: `${name} was first described in 1987, and 14 sections on it are counted in the eastern edition.`,
          review: `${name} has been studied in 3 large works since 1987. Its reception differs between schools.`,
          blog: `${name} was first described in 1978.`,
        },
      },
    ],
  };
}

/** Search words begin with the subject: its capitalised words and its verse, or the first word. Words of the question are no part of its name. */
function leadOf(words: string): string {
  return /^\s*(?:(?:\d )?\p{Lu}[\p{L}\p{N}'’&-]*(?: (?=[\p{Lu}\d]))?)+(?:\d+(?::[\d–-]+)?)?|^\s*\S+/u.exec(words)?.[0] ?? "";
}
