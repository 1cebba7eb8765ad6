import type { PublicationNotice } from "../../../sources/schema";
import { partialDate } from "../record/dates";
import type { Paper } from "../record/paper";
import { plainText } from "../record/plain-text";
import { textOf, textsOf, type XmlElement } from "../record/xml";

/** The articles of an efetch answer. */
export function papersOf(root: XmlElement): Paper[] {
  return [...root.querySelectorAll("PubmedArticle")].flatMap((article) => {
    const pmid = textOf(article, "MedlineCitation > PMID");
    return pmid ? [paperOf(article, pmid)] : [];
  });
}

function paperOf(article: XmlElement, pmid: string): Paper {
  const types = textsOf(article, "PublicationTypeList > PublicationType");
  const listed = [...article.querySelectorAll("CommentsCorrectionsList > CommentsCorrections")].flatMap(noticeOf);
  const retracted = types.some((type) => /^retracted publication$/i.test(type));
  const bare: PublicationNotice = { kind: "retraction", date: null, by: null };
  return {
    // The list of references below carries identifiers of other works: only the article's own list counts.
    doi: textOf(article, 'PubmedData > ArticleIdList > ArticleId[IdType="doi"]') ?? textOf(article, 'ELocationID[EIdType="doi"]'),
    pmid,
    pmcid: textOf(article, 'PubmedData > ArticleIdList > ArticleId[IdType="pmc"]'),
    title: textOf(article, "Article > ArticleTitle") ?? textOf(article, "Article > VernacularTitle") ?? "",
    abstract: [...article.querySelectorAll("Article > Abstract > AbstractText")].map(sectionOf),
    journal: textOf(article, "Journal > Title"),
    publisher: null,
    date: dateOf(article),
    types: types.filter((type) => !/^(?:research support|retracted publication)/i.test(type)),
    licence: "Abstract only; rights with the publisher",
    notices: retracted && !listed.some((notice) => notice.kind === "retraction") ? [bare, ...listed] : listed,
    trials: [...new Set(textsOf(article, "DataBankList AccessionNumber").filter((number) => /^NCT\d{8}$/.test(number)))],
  };
}

function sectionOf(element: XmlElement): string {
  const label = plainText(element.getAttribute("Label") ?? "").toLowerCase();
  const text = element.textContent ?? "";
  return label === "" || label === "unlabelled" ? text : `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${text}`;
}

function dateOf(article: XmlElement): string | null {
  const issued = "JournalIssue > PubDate";
  const printed = partialDate(textOf(article, `${issued} > Year`), textOf(article, `${issued} > Month`), textOf(article, `${issued} > Day`));
  return printed ?? partialDate(/\b(?:19|20)\d{2}\b/.exec(textOf(article, `${issued} > MedlineDate`) ?? "")?.[0]);
}

const noticeKinds: Readonly<Record<string, PublicationNotice["kind"]>> = {
  RetractionIn: "retraction",
  ExpressionOfConcernIn: "expression_of_concern",
  ErratumIn: "correction",
  CorrectedandRepublishedIn: "correction",
};

function noticeOf(element: XmlElement): PublicationNotice[] {
  const kind = noticeKinds[element.getAttribute("RefType") ?? ""];
  const pmid = textOf(element, "PMID");
  return kind ? [{ kind, date: null, by: pmid ? `PMID ${pmid}`.slice(0, 200) : null }] : [];
}
