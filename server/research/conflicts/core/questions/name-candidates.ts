// Names that could answer "who", "where" and "which": capitalised spans, weighed by what leads up to them and by what they can be.
import type { Candidate } from "./candidates";
import { isIn, wordsOf } from "./question-words";
import type { Question } from "./read-question";

const name =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}.'’-]*(?:(?:[ ](?:of|de|del|la|le|van|von|der|den|bin|al|ibn|da|di|the|and|&)){0,2}[ ]\p{Lu}[\p{L}\p{M}.'’-]*|[ ]\d{1,4}(?=[ ]\p{Lu}))*/gu;
const personName =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}.'’-]*(?:(?:[ ](?:de|del|la|le|van|von|der|den|bin|al|ibn|da|di|of)){0,2}[ ]\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
const functionStart =
  /^(?:The|A|An|In|On|At|He|She|It|His|Her|Its|They|Their|This|That|These|Those|As|After|Before|When|While|During|From|By|For|With|Since|Although|However|But|And|Born|There|Both|Each|Some|Most|Many|Under|Until|Following|According|Later|Originally|Today|Currently|One|Two|Three|Also|Although|Despite|Because|If|To|Of|Who|Which|What|Where|No|Not|Out|Set|Early|Late|Starting|Only|Few|All|Another|Between|Its|Local|Old|New|Like|Over|Near|Once|Still|Such|Through|Up|Within|Without|We|You|I|Influenced|Sold|Used|Given|Made|Known|Named|Called|Built|Designed|Written|Directed|Released|Founded|Based|Located|Played|Recorded|Produced|Opened|Launched|Raised|Educated|Married|Trained|Lack|Treatment|Patients|Doses|Serum|Values|Together|Soon|Then|Thus|Here|Now|Yet|So|Even|Just|Several|Other|Half|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Visitors|Members|Critics|Reviewers|Historians|Scholars|Researchers|Scientists|Students|People|Children|Women|Men|Legend|Tradition|Winters|Summers|Winter|Summer|Spring|Autumn)$/;
/** No names, though they have a capital. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Where a place or a role is told: what follows answers better than what merely stands there. */
export const placeLead = /\b(?:in|at|near|from|to|of|outside|around|is|was|on)\s(?:the\s(?:\p{Ll}+\s(?:of\s)?){0,2})?$/u;
export const personLead =
  /\b(?:by|with|to|was|is|and|named|called|husband|wife|president|director|author|mayor|when|,)\s(?:the\s(?:\p{L}+\s){0,3}|an?\s(?:\p{L}+\s){0,2})?$/u;

const peoples =
  /^(?:\p{Lu}\p{L}*(?:ish|ese|ians?|eans?|ards?|icans?)|Dutch|French|Swiss|Greek|Welsh|Czech|Thai|German|Roman|Norman|Finn|Finns|Swede|Swedes|Dane|Danes|Pole|Poles|Turk|Turks|Scot|Scots|Arab|Arabs|Briton|Britons|English|Catholic|Jewish|Jew|Muslim|Protestant|Christian|Allied|Western|Eastern|Northern|Southern|Gothic|Baroque|Victorian|Olympic|Renaissance|Latin|Slovak|Uzbek|Kazakh|Iraqi|Israeli|Pakistani)$/u;
const noPerson =
  /\b(?:University|College|School|Institute|Academy|Society|Party|Prize|Award|Awards|House|River|Street|Museum|Park|Cathedral|Church|Council|County|City|Island|Islands|Lake|Mount|Mountain|Sea|Ocean|Bridge|Tower|Castle|Hall|Hospital|Company|Corporation|Ltd|Inc|Records|Group|League|Cup|Championship|Olympics|Games|War|Battle|Treaty|Empire|Kingdom|Republic|States|Union|Festival|Theatre|Theater|Opera|Orchestra|Station|Airport|Railway|Road|Square|Salon|Journal|Times|Press|Magazine|Parliament|Senate|Congress|Court|Act|Bible|Testament|Quartet|Trophy|Medal|Order|Club|Association|Federation|Observatory|Library|Abbey|Palace|Valley|Bay|Cape|Gulf|Desert|Forest|Coast|Province|District|Region|Foundation|Organization|Organisation|Administration|Agency|Ministry|Department|Committee|Commission|Army|Navy|Force|Center|Centre|Building|Stadium|Arena|Garden|Gardens|Beach|Port|Harbour|Harbor|Airlines|Motors|Pictures|Studios|Entertainment|Television|Radio|Network|Channel|Physics|Chemistry|Medicine|Literature|Peace)\b/;

/** Waters and heights, where a town or country is asked for and they are not. */
const noTown = /\b(?:River|Lake|Sea|Ocean|Mount|Mountain|Mountains|Bay|Gulf|Strait|Championship|Cup|Games|Olympics|War|Prize|Award|University)\b/;
const named = (text: string, words: ReadonlySet<string>): boolean =>
  text
    .toLowerCase()
    .split(" ")
    .some((word) => words.has(word)) || words.has("where");

export function names({ words, asked, kind }: Question, sentence: string, lead: RegExp, idealWords: number): Candidate[] {
  const quotes = kind === "person" ? quoted(sentence) : [];
  return [...sentence.matchAll(kind === "person" ? personName : name)].flatMap((match): Candidate[] => {
    const parts = match[0]
      .replace(/['’]s$/, "")
      .replace(/[.,]+$/, "")
      .split(" ");
    let skipped = 0;
    while (
      parts[0] !== undefined &&
      ((functionStart.test(parts[0]) && (parts.length > 1 || match.index === 0 || parts[0].length < 4)) ||
        (parts.length > 1 && peoples.test(parts[0])))
    ) {
      skipped += parts[0].length + 1;
      parts.shift();
    }
    const text = parts.join(" ");
    const start = match.index + skipped;
    if (text.length < 2 || calendar.test(text) || peoples.test(text) || quotes.some(([from, to]) => start >= from && start < to)) return [];
    if ((kind === "person" && noPerson.test(text)) || (kind === "place" && noTown.test(text) && !named(text, words))) return [];
    if (kind === "person" && /\b(?:in|at|near)\s(?:the\s)?$/.test(sentence.slice(0, start))) return [];
    const own = text.toLowerCase().split(/[\s.]+/);
    if (own.every((word) => words.has(word) || words.has(word.replace(/['’]s$/, "")))) return [];
    const after = sentence.slice(start + text.length, start + text.length + 80);
    const led = lead.test(sentence.slice(Math.max(0, start - 60), start)) || isHolder(after, asked);
    // A single word that opens a sentence has its capital from there; who is "as treasurer" is not the president.
    const less =
      (start === 0 && parts.length === 1 ? 0.3 : 0) +
      (isOtherRole(after.slice(0, 40), asked) ? 0.4 : 0) +
      (isElsewhere(kind, sentence.slice(0, start)) ? 0.6 : 0);
    const fit = (led ? 0.7 : 0.35) + (parts.length >= idealWords ? 0.3 : 0.1) - less;
    return [{ value: { kind: "term", value: text }, start, end: start + text.length, fit }];
  });
}

const quoted = (sentence: string): (readonly [number, number])[] =>
  [...sentence.matchAll(/["“]([^"”]{2,80})["”]/g)].map((match) => [match.index, match.index + match[0].length] as const);

/** Where a person is asked for, a name behind "in" or "at" is a place. */
const isElsewhere = (kind: string, before: string): boolean =>
  kind === "person" &&
  /\b(?:in|at|from|near|on|of|to|for)\s(?:the\s)?$/.test(before) &&
  !/\b(?:due|credited|attributed|married|wife|son|daughter|reputation|work|invention|idea) (?:to|of)\s(?:the\s)?$/.test(before);

/** "Mary Ott as treasurer", where the president is asked for. */
function isOtherRole(after: string, asked: ReadonlySet<string>): boolean {
  const role = /^\sas\s((?:its\s|the\s|his\s|her\s)?\p{Ll}[^,.;]{2,30})/u.exec(after)?.[1];
  return role !== undefined && !wordsOf(role).some((word) => isIn(word, asked));
}

/** "Dale Merrick has been the head coach", "Dale Merrick won": who stands before what is asked. */
function isHolder(after: string, asked: ReadonlySet<string>): boolean {
  const said =
    /^(?:['’]s\b|,?\s(?:who\s)?(?:is|was|has been|had been|became|served as|serves as)\s|\s(?=\p{Ll}+ed\b|won\b|wrote\b|led\b|beat\b|found\b|made\b|began\b))([^,.;]{3,50})/u.exec(
      after,
    )?.[1];
  return (
    said !== undefined &&
    wordsOf(said)
      .slice(0, 6)
      .some((word) => isIn(word, asked))
  );
}
