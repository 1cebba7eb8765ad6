// Which stretches of a source read as sentences of an edition, and where they really begin and end.
import { splitSentences } from "../../claims/core/sentences";

/** A sentence of a source: `text.slice(start, end)` of the source is `quote`, `text` is how it is printed. */
export type ProseSentence = { start: number; end: number; quote: string; text: string };

const shortest = 30;
const longest = 600;
const reach = 2000;

const listMark = /^(?:[-*•·▪◦–>]+\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+(?=\p{Lu})|#{1,6}\s+)+/u;
/** The run-in heads of a structured abstract. */
const abstractHead = /^(?:Background|Objectives?|Aims?|Purpose|Methods?|Design|Results|Findings|Conclusions?|Interpretation):\s+(?=\p{Lu})/u;
const closing = /[.!…]["'”’)\]]*(?:\s*\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\])*$/;
const verb =
  /\b(?:is|are|was|were|has|have|had|can|may|might|should|must|will|would|does|do|did|shows?|showed|found|occurs?|causes?|increases?|reduces?|requires?|includes?|contains?|remains?|reported)\b/i;
const navigation =
  /\b(?:skip to|click here|sign in|log in|cookie|all rights reserved|table of contents|back to top|read more|subscribe|share this|page \d+ of \d+|copyright|privacy policy|terms of use)\b|©/i;
const reference =
  /\b(?:doi:|doi\.org\/|PMID:?\s*\d|ISBN\b|et al\.?[,;]? .{0,80}\b(?:19|20)\d\d\b.{0,20}$)|\b(?:19|20)\d\d;\s?\d+(?:\(\d+\))?:\s?[eE]?\d+|^\s*\[\d+\]\s|^https?:\/\//;
const fieldLine = /^[A-Z][\w -]{0,30}:\s+\S.{0,80}$|^[\w-]+:\s*$/;
/** Words of the editor of a text about that text, not about its matter. */
const editorial =
  /^(?:Note|Notes|N\.B\.|Editor['’]s note|Editorial note|Translator['’]s note)\b[^.]{0,40}:|^(?:This|The present) (?:page|sheet|summary|document|note|file|library|table|text|leaflet|article|paper) (?:is|was|has|sets|lists|gives|summari[sz]es|describes|contains|presents|does)\b|\bthis (?:summary|sheet|page|leaflet)\b|\bthe (?:table|figure|chart) (?:gives|shows|lists|below|above|that follows)\b/;
/** Openings that need a verb further on to be more than a heading, a source line or the end of another sentence. */
const leaning =
  /^(?:After|Before|From|According|Based|Under|With|Label|Labels|Source|Sources|Text|Data from|Summary|Adapted|Taken|Reprinted|See|For|Effects?|Association|Comparison|Role|Impact|Influence)\b/;
/** A line that says whose words follow, and nothing of their matter. */
const provenance =
  /^(?:After|From|According to|Based on|Under|Source|Text|Adapted from|Taken from|Reprinted from)\b:? (?:the |an? )?(?:[\w-]+ ){0,2}(?:product information|labels?|labelling|labeling|summary|leaflet|text|monograph|edition|report|review|guidelines?|smpc|document|statement|register)\b/i;
const finite =
  /\b(?:is|are|was|were|be|been|has|have|had|can|could|may|might|should|must|will|would|shall|does|do|did|cannot|isn't|wasn't|not)\b|(?<![,;(-] ?|\b(?:as|when|if|and|film|one|those) )(?<!-)\b[a-z]{3,}ed\b(?!-)|(?<=[\p{L})\d”"’'] )(?!tablets|capsules|patients|adults|labels|trials|drugs|doses|books|homilies|works|verses|times|hours|days|weeks|months|years|announcements)[a-z]{2,}[^\su]s (?=(?:an?|the|that|no|not|its|his|her|their)\b)|\b(?:gave|held|holds|says|said|took|take|takes|reads|read|names|gives|rose|rise|fell|fall|led|leads|became|becomes|came|comes|wrote|writes|made|makes|kept|keeps|lost|ran|runs|saw|sees|showed|shows|shown|stands?|stood|found|finds|went|goes|begins?|began|brings?|brought|costs?|cut|depends?|differs?|requires?|increases?|decreases?|causes?|remains?|appears?|crosses|inhibits?|binds?|undergoes|undergo|contains?|includes?|reaches|reduces?|lowers?|raises?|exceeds?|affects?|varies|vary|avoid|avoids|stop|stops|start|store|take|give|monitor|use|uses|assess|discontinue|consider|individuali[sz]e|adjust|increase|reduce|obtain|withhold|limit|limits|carries|carry|omit|omits|print|prints|translate|translates|argues?|teaches|teach|rejects?|follows?|answers?|recalls?|echoes|alludes?|forms?|means|mean|knows?|accounts?|occurs?|lies|lie|grew|grows?|sells?|sold|owns?|reports?|expects?|plans?|employs?|competes?|operates?|offers?|faces?)\b/u;
const referenceHeading =
  /(?:^|› ?)(?:\d[\d.]*\s*)?(?:references?|sources?|bibliography|literature cited|works cited|further reading|about this (?:page|document|summary)|colophon|licence|license)\s*$/i;
const dangling =
  /^(?:However|Moreover|Furthermore|Additionally|In addition|Therefore|Thus|Hence|Also|But|And|Or|So|Yet|Then|Nevertheless|Nonetheless|Consequently|Accordingly|Conversely|Similarly|Likewise|Instead|Otherwise|Finally|Meanwhile|As a result|In contrast|By contrast|On the other hand|For example|For instance|In this|In these|In those|In that|In such|In the same|At the same|At this|At that|For this|After this|During this|Since then|Thereafter|Afterwards|Of these|Of those|Among these|(?:Other |Common |Known )?(?:risk factors|symptoms|signs(?: and symptoms)?|causes|manifestations|complications|options) (?:may )?(?:include|are|were)|(?:Risk factors|Symptoms|Signs(?: and symptoms)?|Causes|Manifestations|Complications|Options) (?:may )?(?:include|are|were)|This|These|That|Those|It|Its|They|Their|He|She|His|Her|Such|Both|Neither|Either|The (?:former|latter|same|above|following))\b/;
const expletive =
  /^It (?:is|was|has been|should be|must be) (?:\w+ )?(?:recommended|important|known|estimated|indicated|advised|essential|necessary|unclear|unknown|thought|believed|possible|likely)\b/;

/** A paper that speaks of itself leans on nothing. */
const ownStudy = /^(?:In this|This) (?:[\w-]+ ){0,4}(?:study|trial|review|meta-analysis|analysis|cohort)\b/;

/** True where a sentence leans on the one before it. */
export const isDangling = (text: string): boolean => dangling.test(text) && !expletive.test(text) && !ownStudy.test(text);

/** How a raw stretch is printed: markdown marks, footnote numbers and line ends removed. */
export function printed(quote: string): string {
  return quote
    .replace(/\[([^\]]+)\]\(https?:[^)]*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Trims white space, list marks and quotation marks of markdown from a span. */
function trim(source: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  for (;;) {
    const mark =
      /^\s+/.exec(source.slice(start, Math.min(end, start + 80))) ??
      listMark.exec(source.slice(start, Math.min(end, start + 20))) ??
      abstractHead.exec(source.slice(start, Math.min(end, start + 30)));
    if (!mark || mark[0].length === 0) break;
    start += mark[0].length;
  }
  return { start, end };
}

/** True for running prose: no heading, table row, reference, navigation, metadata line or question, 30 to 600 characters. */
export function isProse(text: string): boolean {
  if (text.length < shortest || text.length > longest) return false;
  if (/\?["'”’)]*$/.test(text) || /^[|#]|\s\|\s|\t.*\t|\.{4,}/.test(text)) return false;
  if (!/^["'“‘(]?[\p{Lu}\d]/u.test(text) && !/^[a-z]+\p{Lu}/u.test(text)) return false;
  if (navigation.test(text) || reference.test(text) || editorial.test(text)) return false;
  const words = text.split(" ");
  if (words.length < 5) return false;
  // Titles and captions run to thirty words; what is longer has its verb, even one that is not listed.
  if ((words.length < 32 || leaning.test(text)) && !finite.test(text)) return false;
  if (!closing.test(text) && (words.length < 8 || !verb.test(text) || fieldLine.test(text))) return false;
  const letters = text.replace(/[^\p{L}]/gu, "");
  const digits = text.replace(/\D/g, "").length;
  if (letters.length < text.length * 0.45 || digits > text.length * 0.3) return false;
  return letters.replace(/[^\p{Lu}]/gu, "").length <= letters.length * 0.5;
}

/** True for a line of notes that says something though it is no sentence: "Half-life 6.2 h (plasma)". Of use only where a claim stands on it. */
export function isNote(text: string): boolean {
  if (text.length < 12 || text.length > longest || text.split(" ").length < 2) return false;
  if (/\?["'”’)]*$/.test(text) || /^[|#]|\s\|\s|\t.*\t|\.{4,}/.test(text) || !/^["'“‘(]?[\p{L}\d]/u.test(text)) return false;
  if (provenance.test(text) && !finite.test(text)) return false;
  // A title has neither a figure nor a verb.
  if (!/\d/.test(text) && !finite.test(text)) return false;
  return !navigation.test(text) && !reference.test(text) && !editorial.test(text);
}

/** True under a heading that lists sources: what stands there names texts and says nothing of the matter. */
export const isReferenceList = (heading: string | null): boolean => heading !== null && referenceHeading.test(heading);

/** Offset behind a document's front matter ("---" block at its start), or 0. */
export function frontMatterEnd(text: string): number {
  const block = /^﻿?\s*---[ \t]*\r?\n[\s\S]{0,4000}?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return block ? block[0].length : 0;
}

/** Sentences of a source between two offsets, widened to whole sentences, trimmed, in order; not yet judged by `isProse`. */
export function sentencesBetween(source: string, start: number, end: number): ProseSentence[] {
  const floor = frontMatterEnd(source);
  const from = Math.max(floor, openingBefore(source, start));
  const to = Math.min(source.length, end + reach);
  return splitSentences(source, from, to).flatMap((sentence) => {
    if (sentence.end <= start || sentence.start >= end) return [];
    const span = trim(source, sentence.start, sentence.end);
    if (span.end <= span.start) return [];
    const quote = source.slice(span.start, span.end);
    return [{ ...span, quote, text: printed(quote) }];
  });
}

/** A line start well before `start`, so that splitting does not begin inside a sentence. */
function openingBefore(source: string, start: number): number {
  const paragraph = source.lastIndexOf("\n\n", start);
  if (paragraph >= 0 && start - paragraph <= reach) return paragraph;
  return start <= reach ? 0 : Math.max(0, source.lastIndexOf("\n", start - reach));
}

/** The sentence before a span in the same paragraph, or null. */
export function predecessorOf(source: string, start: number): ProseSentence | null {
  const from = Math.max(frontMatterEnd(source), openingBefore(source, start));
  return sentencesBetween(source, from, start).findLast((sentence) => sentence.end <= start) ?? null;
}
