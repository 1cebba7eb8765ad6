import type { PublicationNotice } from "../../../sources/schema";
import { partialDate } from "../record/dates";
import type { Paper } from "../record/paper";
import { plainText } from "../record/plain-text";
import type { CrossrefDate, Work } from "./wire";

/** A work of Crossref as a paper. */
export function paperOfWork(work: Work): Paper {
  const abstract = work.abstract ?? "";
  const licence = work.license?.flatMap(({ URL: url }) => url ?? []).find((url) => /creativecommons\.org/i.test(url)) ?? work.license?.[0]?.URL;
  return {
    doi: work.DOI,
    pmid: null,
    pmcid: null,
    title: work.title[0] ?? "",
    // Without an abstract the record itself says what and where the work is.
    abstract: abstract.trim() === "" ? [recordSentence(work)] : abstract.split(/(?=<jats:sec\b)|<\/jats:p>/i),
    journal: work["container-title"][0] ?? null,
    publisher: work.publisher ?? null,
    date: dateOf(work.published) ?? dateOf(work.issued),
    types: [work.type ?? "", ...(/^retraction|^erratum|^correction/i.test(work.title[0] ?? "") ? ["Notice"] : [])].filter((type) => type !== ""),
    licence: licence ? plainText(licence) : "Bibliographic record: public domain (Crossref)",
    notices: noticesOf(work),
    trials: [...new Set(abstract.match(/\bNCT\d{8}\b/g) ?? [])],
  };
}

function recordSentence(work: Work): string {
  const where = work["container-title"][0] ?? work.publisher;
  const date = dateOf(work.published) ?? dateOf(work.issued);
  return `Published${where ? ` in ${plainText(where)}` : ""}${date ? `, ${date}` : ""}.`;
}

export function dateOf(date: CrossrefDate): string | null {
  const [year, month, day] = date?.["date-parts"][0] ?? [];
  return partialDate(year, month ?? null, day ?? null);
}

/** Retraction, removal and withdrawal take a work back; an expression of concern warns; a correction alone is a note. */
export function noticesOf(work: Work): PublicationNotice[] {
  return (work["updated-by"] ?? []).flatMap(({ type = "", DOI: by = null, updated }): PublicationNotice[] => {
    const words = type.toLowerCase().replaceAll("-", "_");
    const kind = /retraction|removal|withdrawal/.test(words)
      ? "retraction"
      : /concern/.test(words)
        ? "expression_of_concern"
        : /correction|erratum|corrigendum/.test(words)
          ? "correction"
          : null;
    return kind ? [{ kind, date: dateOf(updated), by: by?.slice(0, 200) ?? null }] : [];
  });
}
