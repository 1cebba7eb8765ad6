import type { RunSnapshot } from "@/server/research/editions/schema";

const names: Readonly<Record<string, string>> = { rxcui: "RxCUI", osis: "OSIS", versification: "Versification" };

/** The line under the subject: pack, identifiers, when it was asked. */
export function requestFacts(request: RunSnapshot["request"], categories: number): { term: string; value: string }[] {
  const ids = Object.entries(request.identity?.ids ?? {}).map(([scheme, value]) => ({ term: names[scheme] ?? scheme, value }));
  return [
    { term: "Pack", value: `${request.packName}, ${categories} ${categories === 1 ? "category" : "categories"}, version ${request.packVersion}` },
    { term: "Identity", value: request.identity === null || request.identity.resolvedBy === "as typed" ? "as typed" : request.identity.resolvedBy },
    ...ids,
  ];
}
