// What kind of answer a question waits for, and whether a sentence has one: a day for "when", a figure for "how many", a name for "who".
import { conceptsOf } from "./concepts";
import { lexemesOf } from "./question";

export type Expected = "number" | "date" | "person" | "definition" | "anything";

const number =
  /\bhow (?:much|many|long|often|old|high|low|large|big|fast|soon|frequent)|\b(?:what|which) (?:\w+ ){0,3}(?:dose|dosage|percentage|percent|proportion|fraction|share|rate|value|level|age|limit|threshold|half-life|bioavailability|clearance|volume|concentration|ratio|risk|incidence)\b|\b(?:wie ?viele?|wie (?:lange|hoch|groß)|combien|cu[aá]nt[oa]s?)\b/i;
/** "When should the dose be reduced?" asks for a condition. */
const date =
  /\bwhen (?:was|were|did|had|has|is (?:\w+ ){1,4}(?:due|planned|expected))\b|\b(?:what|which|in what|in which) (?:year|date|month)\b|\b(?:wann (?:wurde|war|hat)|quand|cu[aá]ndo (?:se|fue))/i;
/** "Who should not take it?" asks for a group. */
const person =
  /^(?:\W*)who (?!(?:should|can|could|may|must|might|needs?|has to|is (?:at|most|more|likely)|are|were (?:at|most|more))\b)|\b(?:wer hat|qui a|qui[eé]n)\b/i;
const definition = /^(?:what|who) (?:is|are|was|were) (?:an? |the )?[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,2}\s*\??$/iu;
/** Without a figure, these are not answered. */
const counted = /\bhow (?:many|much|long|large|big|high|low|old|heavy|tall)\b|\b(?:wie ?viele?|combien de|cu[aá]nt[oa]s)\b/i;
const aged = /\bhow old\b/i;
/** What is counted: "how many deaths". */
const countedNoun = /\bhow many ([\p{L}-]+)/iu;

export function expectedBy(text: string): Expected {
  const plain = text.trim();
  if (date.test(plain)) return "date";
  if (person.test(plain)) return "person";
  if (number.test(plain)) return "number";
  return definition.test(plain) ? "definition" : "anything";
}

const warmth = /\b(?:what|which) temperature/i;
const asksColour = /\bcolou?rs?\b/i;
const coloured =
  /\b(?:is|are|was|were|as|be|coloured|colored)(?: [\p{L}-]+){0,2}? (?:\p{L}+-)?(?:white|yellow|red|blue|green|black|brown|orange|pink|purple|gr[ea]y|colou?rless)\b/iu;

const figure = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|half|several|none|no)\b/i;
const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const day = new RegExp(`\\b(?:1\\d{3}|20\\d\\d)s?\\b|\\bAD \\d+|\\b\\d{1,2} (?:${months})\\b|\\b(?:${months}) \\d{1,2}\\b|\\bcentur(?:y|ies)\\b`);
/** Of an age: "10 years of age", "of the fourth century". */
const age = new RegExp(`\\d (?:years?|months?|weeks?|days?)\\b|\\bage[ds]? (?:of )?\\d|${day.source}`, "i");
/** What has digits and counts nothing: chapter and verse, "P46", "CYP3A4". */
const numbered = /\b\d+:\d+(?:[-–]\d+)?|\b[\p{L}-]*\p{L}-?\d[\p{L}\d]*/gu;
/** A capital that no beginning of a sentence explains. */
const name = /(?<=[\p{Ll}\d,;:)”"'’] |[“("])\p{Lu}[\p{L}\p{M}'’.-]+|^(?:\p{Lu}[\p{L}\p{M}'’.-]+ ){1,4}(?=\p{Lu})|\b\p{Lu}{2,}\b/gu;

/** Whether a sentence can be an answer of the kind that is asked for. */
export function canAnswer(text: string, question: string): boolean {
  const expected = expectedBy(question);
  if (expected === "date") return day.test(text);
  if (warmth.test(question)) return /°\s?[CFK]\b/.test(text);
  if (asksColour.test(question)) return coloured.test(text);
  if (aged.test(question)) return age.test(text);
  if (counted.test(question)) return figure.test(text.replace(numbered, " ")) && isCounted(text, question);
  if (expected !== "person") return true;
  const asked = new Set(lexemesOf(question));
  return [...text.matchAll(name)].some(([found]) => lexemesOf(found).some((lexeme) => !asked.has(lexeme)));
}

/** Between a figure and a noun, these show that it counts another. */
const apart = /^(?:[(,;:]|and|or|that|which|with|in|for|to|at|on|by|versus|than|against)$/i;

/** Whether a figure stands with what is counted: "342 patients", "the number of deaths was 14"; any figure where only people or units are counted. */
function isCounted(text: string, question: string): boolean {
  const [concept] = conceptsOf(countedNoun.exec(question)?.[1] ?? "");
  if (!concept || concept.soft) return true;
  const words = text.match(/[\p{L}\p{N}.,-]*[\p{L}\p{N}]|[(,;:]/gu) ?? [];
  const isOfNoun = (from: number) =>
    concept.ways.some((way) => way.every((lexeme) => lexemesOf(words.slice(from, from + way.length).join(" ")).includes(lexeme)));
  return words.some(
    (word, at) =>
      figure.test(word) &&
      ([1, 2, 3, 4].some((ahead) => !words.slice(at + 1, at + ahead).some((between) => apart.test(between)) && isOfNoun(at + ahead)) ||
        (/^(?:was|were|is|are|of|to|totalled|numbered|:)$/.test(words[at - 1] ?? "") &&
          [2, 3].some((behind) => at >= behind && isOfNoun(at - behind)))),
  );
}

/** Whether it shows by itself that it has what is asked for: a figure, a day. */
export const showsWhatIsAsked = (text: string, expected: Expected): boolean =>
  (expected === "number" && figure.test(text) && /\d/.test(text)) || (expected === "date" && day.test(text));
