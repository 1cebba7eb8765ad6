// What is said to a library without asking its texts anything: a greeting, thanks, what there is in it.
import { asking, soft } from "./light-words";
import { lexemesOf } from "./question";

export type Talk = "greeting" | "thanks" | "contents" | "self";

const greeting =
  /^(?:hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|bonjour|salut|hola|ciao)\b/i;
const thanks =
  /^(?:thanks?|thank you|thx|cheers|many thanks|danke|merci|gracias|grazie|bye|goodbye)\b|^(?:great|perfect|very good|well done)(?=[\s!.,]*(?:$|thank))/i;
const self = /\b(?:who|what) are you\b|\bwhat can (?:you|i) (?:do|ask)|\bhow (?:do|does) (?:you|this|it) work\b|^help\W*$/i;
const contents =
  /\b(?:what|which|list|show|how many|name|tell|summar\w*|overview|about)\b.*\b(?:documents?|files?|sources?|texts?|papers?|books?|pdfs?|collections?|library|titles|contents?)\b/i;
/** With these alone a question asks for the library itself. */
const ofLibrary = new Set(
  lexemesOf(
    "collection collections file files paper papers book books pdf title titles content contents available uploaded upload loaded stored shelf everything topic topics subject subjects cover covers covered include included contain contains inside",
  ),
);
const longest = 120;

/** Null for a question to the texts. */
export function talkOf(text: string): Talk | null {
  const plain = text.trim();
  if (plain.length > longest) return null;
  const words = (plain.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter((word) => !asking.has(word) && !soft.has(word));
  const left = words.filter((word) => !common.has(word) && lexemesOf(word).some((lexeme) => !ofLibrary.has(lexeme)));
  if (self.test(plain) && left.length === 0) return "self";
  if (contents.test(plain) && left.length === 0) return "contents";
  const asksNothing = (said: RegExp) => said.test(plain) && left.every((word) => said.test(word) || polite.has(word));
  if (plain.includes("?")) return null;
  if (asksNothing(greeting)) return "greeting";
  return asksNothing(thanks) ? "thanks" : null;
}

const polite = new Set(
  "you very so lot good morning afternoon evening day guten tag morgen abend again everyone team friend indeed well now".split(" "),
);

const common = new Set(
  "a an the this that these those is are was were there here i you me my your our we us it its in of on to for with at by about what which how who do does did can could would should have has had and or all any some many much please".split(
    " ",
  ),
);

/** What is answered: of the library as it stands, not of its texts. `titles` are those of the documents that are asked. */
export function replyTo(talk: Talk, { titles, documents, editions }: { titles: readonly string[]; documents: number; editions: number }): string {
  if (talk === "greeting")
    return "Ask a question: it is answered from the documents and editions that you have chosen, sentence by sentence, or not at all.";
  if (talk === "thanks") return "Nothing was asked, so nothing was looked for. Ask on when you like.";
  if (talk === "self")
    return "Questions are answered here from the documents and editions that you have chosen: every sentence cites the passage that carries it, and what no passage says is not answered.";
  const shown = titles.slice(0, mostTitles);
  const more = documents - shown.length;
  const kept = editions > 0 ? ` and ${editions} ${editions === 1 ? "edition" : "editions"}` : "";
  if (documents === 0)
    return `No document is asked here${kept === "" ? ". Add one to the library, or choose where to ask" : `, but${kept.slice(4)}`}.`;
  const list = `${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
  return `${documents} ${documents === 1 ? "document" : "documents"}${kept} can be asked here: ${list}. They are not summed up as a whole: ask for what one of them says.`;
}

const mostTitles = 40;
