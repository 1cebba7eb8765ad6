// PubMed, Europe PMC, Crossref and the resolver of DOIs, all over the same papers: one paper reaches the reader on three ways.
import { jsonReply, type Standin, type StandinReply } from "../wire";
import type { Paper } from "./drugs/drug";
import { drugs, drugsIn } from "./drugs/drugs";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
export const allPapers = () => drugs.flatMap((drug) => drug.papers);
const papersIn = (search: string) => drugsIn(search).flatMap((drug) => drug.papers);

function pubmedArticle(paper: Paper): string {
  const { pmid, pmcid, doi, title, journal, date, types, abstract, retractedBy } = paper;
  const [year, month] = date;
  const sections = abstract.map(([label, text]) => `<AbstractText${label ? ` Label="${label.toUpperCase()}"` : ""}>${text}</AbstractText>`).join("");
  const corrections = retractedBy
    ? `<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>${journal}. 2018</RefSource><PMID Version="1">${retractedBy.pmid}</PMID></CommentsCorrections></CommentsCorrectionsList>`
    : "";
  return `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>${year}</Year><Month>${months[month - 1]}</Month></PubDate></JournalIssue><Title>${journal}</Title></Journal><ArticleTitle>${title}</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">${doi}</ELocationID><Abstract>${sections}</Abstract><PublicationTypeList>${types.map((type) => `<PublicationType UI="D0">${type}</PublicationType>`).join("")}</PublicationTypeList></Article>${corrections}</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId><ArticleId IdType="doi">${doi}</ArticleId>${pmcid ? `<ArticleId IdType="pmc">${pmcid}</ArticleId>` : ""}</ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/another.work</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>`;
}

const xml = (body: string): StandinReply => ({ headers: { "content-type": "text/xml; charset=UTF-8" }, body });

function summary({ pmid, doi, title, journal, date, types }: Paper) {
  const ids = [
    { idtype: "pubmed", value: pmid },
    { idtype: "doi", value: doi },
  ];
  return {
    uid: pmid,
    title,
    fulljournalname: journal,
    pubdate: `${date[0]} ${months[date[1] - 1]}`,
    pubtype: types,
    articleids: ids,
    authors: [{ name: "Stand-in A" }],
  };
}

export const pubmedStandin: Standin = {
  id: "pubmed",
  handle: ({ path, query }) => {
    const ids = (query.get("id") ?? "").split(",");
    const papers = allPapers().filter((paper) => ids.includes(paper.pmid));
    if (path === "/esearch.fcgi") {
      const idlist = papersIn(query.get("term") ?? "").map((paper) => paper.pmid);
      return jsonReply({
        header: { type: "esearch", version: "0.3" },
        esearchresult: { count: String(idlist.length), retmax: "15", retstart: "0", idlist },
      });
    }
    if (path === "/esummary.fcgi") {
      return jsonReply({
        result: { uids: papers.map((paper) => paper.pmid), ...Object.fromEntries(papers.map((paper) => [paper.pmid, summary(paper)])) },
      });
    }
    if (path !== "/efetch.fcgi") return jsonReply({ error: "unknown utility" }, { status: 404 });
    return xml(
      `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "pubmed.dtd">\n<PubmedArticleSet>${papers.map(pubmedArticle).join("\n")}</PubmedArticleSet>\n`,
    );
  },
  failure: () => jsonReply({ error: "API rate limit exceeded", count: "4" }),
};

function europePmcArticle({ pmid, pmcid, doi, title, journal, date, types, abstract, open, retractedBy }: Paper) {
  return {
    id: pmid,
    source: "MED",
    pmid,
    ...(pmcid ? { pmcid } : {}),
    doi,
    title,
    journalInfo: { journal: { title: journal }, yearOfPublication: date[0] },
    pubYear: String(date[0]),
    firstPublicationDate: `${date[0]}-${String(date[1]).padStart(2, "0")}-01`,
    abstractText: abstract.map(([label, text]) => `${label ? `<h4>${label}</h4>` : ""}${text}`).join(""),
    pubTypeList: { pubType: [...types] },
    isOpenAccess: open ? "Y" : "N",
    ...(open ? { license: open } : {}),
    ...(retractedBy ? { commentCorrectionList: { commentCorrection: [{ id: retractedBy.pmid, source: "MED", type: "Retraction in" }] } } : {}),
  };
}

/** Its abstract stands in front; the body says what no abstract says. */
function fullText({ pmcid, title }: Paper): string {
  return `<?xml version="1.0"?>\n<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmcid">${pmcid}</article-id><title-group><article-title>${title}</article-title></title-group></article-meta></front><body><sec><title>Methods</title><p>Every participant gave written consent before anything was measured in this stand-in of a study.</p></sec></body><back><ref-list><ref><mixed-citation>Another work.</mixed-citation></ref></ref-list></back></article>`;
}

export const europepmcStandin: Standin = {
  id: "europepmc",
  handle: ({ path, query }) => {
    const whole = /^\/(PMC\d+)\/fullTextXML$/.exec(path)?.[1];
    const open = allPapers().find((paper) => paper.open && paper.pmcid === whole);
    if (open) return xml(fullText(open));
    if (path !== "/search") return jsonReply({ errMsg: "unknown" }, { status: 404 });
    const result = papersIn(query.get("query") ?? "").map(europePmcArticle);
    return jsonReply({
      version: "6.9",
      hitCount: result.length,
      nextCursorMark: "*",
      request: { queryString: query.get("query") },
      resultList: { result },
    });
  },
};

function crossrefWork({ doi, title, journal, date, abstract, open, retractedBy }: Paper) {
  const published = { "date-parts": [[...date]] };
  return {
    DOI: doi,
    type: "journal-article",
    title: [title],
    author: [{ given: "A.", family: "Stand-in", sequence: "first" }],
    "container-title": [journal],
    publisher: "Stand-in Press",
    published,
    issued: published,
    abstract: `<jats:p>${abstract.map(([label, text]) => `${label ? `${label}: ` : ""}${text}`).join("</jats:p><jats:p>")}</jats:p>`,
    ...(open ? { license: [{ URL: "https://creativecommons.org/licenses/by/4.0/", "content-version": "vor" }] } : {}),
    ...(retractedBy
      ? {
          "updated-by": [
            {
              type: "retraction",
              label: "Retraction",
              source: "publisher",
              DOI: retractedBy.doi,
              updated: { "date-parts": [[...retractedBy.date]] },
            },
          ],
        }
      : {}),
  };
}

export const crossrefStandin: Standin = {
  id: "crossref",
  handle: ({ path, query }) => {
    const headers = { "x-rate-limit-limit": "50", "x-rate-limit-interval": "1s" };
    const message = (value: unknown) => jsonReply({ status: "ok", "message-version": "1.0.0", message: value }, { headers });
    if (path === "/v1/works") {
      const items = papersIn(query.get("query.bibliographic") ?? "").map(crossrefWork);
      return message({ "total-results": items.length, items });
    }
    const doi = decodeURIComponent(/^\/v1\/works\/(.+)$/.exec(path)?.[1] ?? "").toLowerCase();
    const paper = allPapers().find((one) => one.doi === doi);
    return paper ? message(crossrefWork(paper)) : { status: 404, headers: { "content-type": "text/plain" }, body: "Resource not found." };
  },
};

export const doiStandin: Standin = {
  id: "doi",
  handle: ({ path }): StandinReply => {
    const doi = decodeURIComponent(path.slice(1)).toLowerCase();
    if (!allPapers().some((paper) => paper.doi === doi))
      return { status: 404, headers: { "content-type": "text/html" }, body: "<html><title>DOI Not Found</title></html>" };
    return { status: 302, headers: { location: `https://press.standin.example/${encodeURIComponent(doi)}` }, body: "" };
  },
};
