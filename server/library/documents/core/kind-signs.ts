// Signs in a text of what kind of document it is, beyond labels and papers: each with how often it is seen.

/** A line that opens with chapter and verse: "1:1 In the beginning", "[3:16]", "John 3:16 For". */
const verseLine = /^[^\S\n]*(?:\p{L}[\p{L} ]{1,20}[^\S\n])?\[?\d{1,3}:\d{1,3}\]?[.)]?[^\S\n]+\p{L}/gmu;
/** USFM, as Bible societies keep their texts. */
const verseMark = /\\v \d{1,3}[ -]/g;
const scripture =
  /\b(?:[1-3]\s?)?(?:Gen|Exod?|Lev|Num|Deut|Josh|Judg|Sam|Kgs|Kings|Chr|Ps|Psalms?|Prov|Eccl|Isa|Isaiah|Jer|Ezek|Dan|Hos|Mic|Mal|Matt|Matthew|Mark|Luke|John|Acts|Rom|Romans|Cor|Corinthians|Gal|Galatians|Eph|Ephesians|Phil|Col|Thess|Tim|Tit|Heb|Hebrews|Jas|James|Pet|Peter|Rev|Revelation|Genesis|Exodus)\.?\s\d{1,3}(?:[:.,]\s?\d{1,3})/g;
const theology =
  /\b(?:theolog\w+|doctrin\w+|exege\w+|hermeneutic\w*|christolog\w+|soteriolog\w+|ecclesi\w+|eschatolog\w+|sacrament\w*|justification|sanctification|incarnation|trinit\w+|patristic\w*|covenant\w*|catechism|creed|liturg\w+|gospel|Theologie|Rechtfertigung|Dogmatik)\b/gi;

const paperHeadings = [
  "abstract",
  "introduction",
  "methods",
  "materials and methods",
  "results",
  "discussion",
  "conclusion",
  "conclusions",
  "references",
  "bibliography",
];
const reportHeadings = [
  "executive summary",
  "key findings",
  "recommendations",
  "terms of reference",
  "table of contents",
  "about this report",
  "management discussion and analysis",
  "risk factors",
  "financial statements",
  "annexes",
];

export type KindSign = { readonly kind: "biblical" | "theological" | "paper" | "report"; readonly reason: string };

/** The first sign that is plain enough; `headings`: short lines in lower case. */
export function plainSign(text: string, headings: ReadonlySet<string>): KindSign | null {
  const words = Math.max(1, text.length / 6);
  const verses = count(text, verseLine) + count(text, verseMark);
  if (verses >= 10 && verses * 60 > words) return { kind: "biblical", reason: `${verses} lines open with chapter and verse.` };
  const cited = count(text, scripture);
  const terms = count(text, theology);
  if ((cited >= 3 && cited * 500 > words && terms >= 1) || (terms >= 8 && terms * 250 > words))
    return { kind: "theological", reason: `Scripture is cited ${times(cited)}, and words of theology stand in it ${times(terms)}.` };
  const ofPaper = paperHeadings.filter((heading) => headings.has(heading));
  if (ofPaper.includes("abstract") && ofPaper.length >= 3)
    return { kind: "paper", reason: `It has the headings of a paper: ${ofPaper.slice(0, 3).join(", ")}.` };
  const ofReport = reportHeadings.filter((heading) => headings.has(heading));
  if (ofReport.length >= 2 || /\b(?:annual|final|interim|progress|technical) report\b|\bform 10-[kq]\b/i.test(text.slice(0, 2_000)))
    return {
      kind: "report",
      reason: ofReport.length >= 2 ? `It has the headings of a report: ${ofReport.slice(0, 3).join(", ")}.` : "It calls itself a report.",
    };
  return null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
