// A publication as a source, laid out the same way whoever brings it, so that one paper from three services is one text in most cases.

import { identityOf } from "../../../sources/core/identity";
import type { PublicationNotice } from "../../../sources/schema";
import type { Question } from "../../schema";
import type { Found } from "./api-answer";
import { factNamed, termOf, topicsOf } from "./asked-facts";
import { type Passage, passagesAbout } from "./cut-passages";
import { dateValue, type Line, layLines, termValue } from "./lay-lines";
import { plainText, plainTitle } from "./plain-text";

export type Paper = {
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly pmcid: string | null;
  readonly title: string;
  /** Paragraphs, markup allowed. */
  readonly abstract: readonly string[];
  /** Body text of an open paper, paragraphs. */
  readonly body?: readonly string[];
  readonly journal: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  /** As the service names them: "Randomized Controlled Trial", "posted-content". */
  readonly types: readonly string[];
  readonly licence: string | null;
  readonly notices: readonly PublicationNotice[];
  readonly trials: readonly string[];
};

/** Authority by kind of publication, first match first. A letter or an editorial is an opinion. */
const tiers: readonly (readonly [RegExp, number])[] = [
  [/practice guideline|^guideline$|consensus development/i, 2],
  [/systematic[- ]review|meta-analysis/i, 3],
  [/preprint|posted-content/i, 6],
  [/editorial|^comment$|^letter$|^news|newspaper/i, 9],
  [/^book|monograph|reference-/i, 8],
];

/** The paper as a source with passages on the category's words; null when it has no identity or says nothing to them. */
export function paperSource(paper: Paper, question: Question): Found | null {
  const known = identityOf({ doi: paper.doi, pmid: paper.pmid, pmcid: paper.pmcid });
  if (!known) return null;
  const title = plainTitle(paper.title, "Untitled publication");
  const record = layLines(recordLines(paper, question));
  const prose = [title, ...[...paper.abstract, ...(paper.body ?? [])].map(plainText).filter((paragraph) => paragraph !== "")].join("\n\n");
  const shift = record.text === "" ? 0 : prose.length + 2;
  const text = record.text === "" ? prose : `${prose}\n\n${record.text}`;
  const topics = topicsOf(question);
  const about = passagesAbout(prose, topics, { heading: paper.journal ? plainText(paper.journal).slice(0, 120) : null });
  const claims = record.claims.map((claim) => ({ ...claim, start: claim.start + shift, end: claim.end + shift }));
  const stated: Passage[] = claims.length === 0 ? [] : [{ start: shift, end: text.length, page: null, heading: "Record", score: 1 }];
  // What kind of paper it is alone answers nothing; that it was retracted does.
  if (about.length === 0 && !(stated.length > 0 && paper.notices.length > 0)) return null;
  return {
    claims,
    source: {
      identity: known.identity,
      aliases: known.aliases,
      title,
      url: addressOf(paper),
      tier: paper.types.reduce((tier, type) => tiers.find(([words]) => words.test(type))?.[1] ?? tier, 4),
      date: paper.date,
      jurisdiction: null,
      publisher: (plainText(paper.journal ?? paper.publisher ?? "") || null)?.slice(0, 200) ?? null,
      licence: paper.licence?.slice(0, 120) ?? null,
      role: "retrieved",
      text,
      passages: [...about, ...stated],
      upstream: null,
      superseded: false,
      ...(paper.notices.length > 0 ? { notices: paper.notices.slice(0, 20) } : {}),
    },
  };
}

function addressOf({ doi, pmid, pmcid }: Paper): string | null {
  if (doi) return `https://doi.org/${encodeURI(doi).replaceAll("#", "%23").replaceAll("?", "%3F")}`.slice(0, 2048);
  if (pmid) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  return pmcid ? `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` : null;
}

const noticeWords: Readonly<Record<PublicationNotice["kind"], readonly [string, string]>> = {
  retraction: ["This article was retracted", "retraction"],
  expression_of_concern: ["An expression of concern was published on this article", "expression of concern"],
  correction: ["A correction of this article was published", "correction"],
};

/** What the record states besides the prose: kind, registration, notices. Lines that state nothing the category asks are left out. */
function recordLines(paper: Paper, question: Question): Line[] {
  const design = factNamed(question, /\bdesign\b/, "set", "enumeration");
  const notice = factNamed(question, /\bnotice\b/, "set", "enumeration");
  const noticeDate = factNamed(question, /\bdate of the notice\b|\bnotice date\b/, "date");
  const retracted = factNamed(question, /\bretracted\b/, "boolean");
  const doi = factNamed(question, /\bdoi\b/, "identifier");
  const trial = factNamed(question, /\btrial registration\b|\bnct\b/, "identifier", "set");
  const study = paper.doi ?? paper.pmid ?? "";
  const kinds = paper.types.map((type) => ({ type: plainText(type), term: design ? termOf(design, type, type.toLowerCase()) : null }));
  return [
    ...kinds
      .filter(({ term }) => term !== null)
      .map(
        ({ type, term }): Line => ({
          text: `Publication type: ${type}.`,
          states: [{ fact: design, value: termValue(term), raw: type }],
        }),
      ),
    ...(trial ? paper.trials : []).map(
      (nct): Line => ({ text: `Trial registration: ${nct}.`, states: [{ fact: trial, value: termValue(nct), raw: nct }] }),
    ),
    ...(notice || retracted ? paper.notices : []).map(({ kind, date, by }): Line => {
      const [words, term] = noticeWords[kind];
      const raw = term === "retraction" ? "retracted" : term;
      return {
        text: `${words}${date ? ` on ${date}` : ""}${by ? ` (notice ${by})` : ""}.`,
        states: [
          { fact: notice, value: termValue(notice ? termOf(notice, term, raw) : null), raw },
          { fact: noticeDate, value: dateValue(date), raw: date ?? "", qualifiers: study ? { study } : {} },
          ...(kind === "retraction"
            ? [{ fact: retracted, value: { kind: "boolean", value: true } as const, raw, qualifiers: study ? { study } : {} }]
            : []),
        ],
      };
    }),
    ...(doi && paper.doi && paper.notices.length > 0
      ? [{ text: `DOI of this article: ${paper.doi}.`, states: [{ fact: doi, value: termValue(paper.doi), raw: paper.doi }] }]
      : []),
  ];
}
