// The user's own documents as a provider. Free, always there, and silent about what they do not hold.
import { readDocuments } from "@/server/library/documents/read-documents";
import type { FoundHit, SearchMode } from "@/server/library/search/schema";
import { search } from "@/server/library/search/search";
import { ownerScope } from "@/server/platform/context";
import type { AskOptions, Provider } from "../../port";
import type { Answer, Question } from "../../schema";
import { documentSource } from "./document-source";
import { fold, isAbout, mentionsAny, mentionsSubject } from "./relevance";

const passagesAsked = 80;
const passagesPerDocument = 8;
const documentsKept = 16;

export const library: Provider = {
  info: () => ({ id: "library", name: "Your library", kind: "library", off: null, estimateUsd: 0 }),
  ask,
};

const howSearched: Readonly<Record<SearchMode, string>> = {
  lexical: "Your own documents, by lexical search.",
  hybrid: "Your own documents, by words and meaning.",
};

/** What the search said of a passage, without its text. */
function rawHit({ documentId, page, start, end, score, near }: FoundHit) {
  return { documentId, page, start, end, score, near };
}

async function ask(question: Question, { ctx, ownerId, documentIds }: AskOptions): Promise<Answer> {
  const scope = ownerScope(ownerId);
  const names = [question.subject, ...question.aliases];
  const topic = [...question.terms, ...question.facts.flatMap((fact) => [fact.label, ...fact.synonyms])];
  const queries = [...question.queries, `${question.subject} ${question.terms.join(" ")}`];
  const among = documentIds.length > 0 ? { documentIds: [...documentIds] } : {};
  const found = await search(ctx, scope, { queries, limit: passagesAsked, perDocument: passagesPerDocument * 2, ...among });
  const { passages: hits, mode, notes } = found;
  const documents = await readDocuments(ctx, scope, [...new Set(hits.map((hit) => hit.documentId))]);
  const sources = documents.flatMap((document) => {
    const about = isAbout(document, names);
    const passages = hits
      .filter((hit) => hit.documentId === document.id)
      .filter((hit) => {
        const folded = fold(`${hit.heading ?? ""} ${hit.text}`);
        return (about || mentionsSubject(folded, names)) && (hit.near || mentionsAny(folded, topic));
      })
      .slice(0, passagesPerDocument);
    return passages.length === 0 ? [] : [{ source: documentSource(document, passages), best: passages[0]?.score ?? 0 }];
  });
  sources.sort((a, b) => b.best - a.best);
  return {
    provider: "library",
    model: null,
    servedModel: null,
    text: "",
    status: "ok",
    sources: sources.slice(0, documentsKept).map((entry) => entry.source),
    spans: [],
    claims: [],
    queries,
    usage: { passages: hits.length },
    cost: { usd: 0, basis: "free", reason: [howSearched[mode], ...notes].join(" ") },
    error: null,
    requestId: null,
    raw: JSON.stringify({ mode, notes, queries, passages: hits.map(rawHit) }, null, 2),
  };
}
