// The words of a question that say what is asked, with the words that prose says it in.
import { foldAccents, stemOf } from "@/server/research/synthesis/core/gate/stem";
import { stopWords } from "@/server/research/synthesis/core/gate/stop-words";

/** One line for each thing that is asked in several words. */
const families = `
born birth birthplace birthday birthdate native
died death dead killed deceased passed
population inhabitants residents people populace census
released release issued published publication debuted premiered aired launched came
founded established formed created founder founding foundation incorporated organized organised started began begun inception
located situated lies based headquartered headquarters sits stands
directed director directs film-maker filmmaker
wrote written author writer writes penned novelist composed composer songwriter authored
married wife husband spouse wed marriage
area covers covering extent square
height tall elevation altitude high summit rises metres feet
length long span extends spans
capacity seats seat holds accommodate accommodates seating spectators
opened opening inaugurated opens
built constructed construction completed erected completion
won winner wins champion champions victory defeated lost lose loses defeat
mother father parents parent daughter son child children mum dad
cause caused causes reason triggered led suffered drowned due
runtime running runs minutes duration lasts lasting
sport athlete
instrument instrumentalist
plays played player playing position club team roster joined join starring starred stars actor actress cast portrayed portrays
genre style music
occupation profession career worked works job
nationality citizen citizenship
language spoken speaks speak languages
floors floor story stories storey storeys
ingredients ingredient contains contain recipe stuffed filled
produced producer production
designed designer architect designs
invented inventor invention discovered discoverer discovery
studied attended graduated graduate university college school education educated alma degree
cost costs price priced budget worth
mayor president governor leader head chairman chief ceo minister
capital
owner owned owns acquired bought
age old aged
ended end closed closure abolished dissolved disbanded
elected appointed took office became
band group members member
signed recorded label
employs employees staff workforce
taught teacher
painted painter artist
approved approval authorised authorized licensed
speed fast
weight weighs heavy
county district region province state country
depth deep
sold sales copies
`;
const familyOf = new Map<string, string>();
for (const line of families.trim().split("\n")) {
  const members = line.split(" ");
  for (const member of members) if (!familyOf.has(stemOf(member))) familyOf.set(stemOf(member), members[0] ?? member);
}

const asking = new Set(
  "what which who whom whose when where why how many much long tall old far high big large deep fast heavy often is are was were did does do has have had can could will would should name kind type year date day month place first many exactly".split(
    " ",
  ),
);

export type Word = { readonly text: string; readonly key: string; readonly start: number; readonly end: number };

/** Words and numbers with what they are compared by: the family they belong to, else their stem without accents. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map((match) => {
    const plain = foldAccents(match[0].toLowerCase().replace(/['’]s$/, ""));
    const stem = stemOf(plain);
    return { text: match[0], key: familyOf.get(stem) ?? stem, start: match.index, end: match.index + match[0].length };
  });
}

export function isContent(word: Word): boolean {
  return !stopWords.has(word.text.toLowerCase()) && !asking.has(word.text.toLowerCase());
}
