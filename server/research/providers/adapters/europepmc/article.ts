import type { PublicationNotice } from "../../../sources/schema";
import { isoDay, partialDate } from "../record/dates";
import type { Paper } from "../record/paper";
import type { Article } from "./wire";

/** An article of Europe PMC as a paper. */
export function paperOfArticle(article: Article): Paper {
  const abstract = article.abstractText ?? "";
  return {
    doi: article.doi ?? null,
    pmid: article.pmid ?? null,
    pmcid: article.pmcid ?? null,
    title: article.title ?? "",
    abstract: sectionsOf(abstract),
    journal: article.journalInfo?.journal?.title ?? null,
    publisher: article.bookOrReportDetails?.publisher ?? null,
    date: isoDay(article.firstPublicationDate) ?? partialDate(article.pubYear),
    types: [...(article.pubTypeList?.pubType ?? []), ...(article.source === "PPR" ? ["Preprint"] : [])],
    licence: licenceOf(article),
    notices: noticesOf(article),
    trials: [...new Set(abstract.match(/\bNCT\d{8}\b/g) ?? [])],
  };
}

/** "<h4>Methods</h4>We asked" is a paragraph that begins "Methods: We asked". */
function sectionsOf(abstract: string): string[] {
  return abstract
    .split(/(?=<h4>)/i)
    .map((part) => part.replace(/^<h4>([^<]{0,80})<\/h4>/i, (_whole, head: string) => `${head.replace(/[:.]\s*$/, "")}: `));
}

function licenceOf({ license, isOpenAccess }: Article): string {
  if (license) return license.toUpperCase();
  return isOpenAccess === "Y" ? "Open access" : "Abstract only; rights with the publisher";
}

function noticesOf(article: Article): PublicationNotice[] {
  const listed = (article.commentCorrectionList?.commentCorrection ?? []).flatMap(({ type = "", id = null }): PublicationNotice[] => {
    const kind = /retraction in|retracted in/i.test(type)
      ? "retraction"
      : /expression of concern in/i.test(type)
        ? "expression_of_concern"
        : /erratum in|correction in|update in/i.test(type)
          ? "correction"
          : null;
    return kind ? [{ kind, date: null, by: id?.slice(0, 200) ?? null }] : [];
  });
  const retracted = article.pubTypeList?.pubType.some((type) => /retracted publication/i.test(type)) || /^\W*retracted\b/i.test(article.title ?? "");
  return retracted && !listed.some((notice) => notice.kind === "retraction") ? [{ kind: "retraction", date: null, by: null }, ...listed] : listed;
}
