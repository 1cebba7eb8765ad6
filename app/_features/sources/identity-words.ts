import type { SourceIdentity } from "@/server/research/sources/schema";

const names: Record<SourceIdentity["scheme"], string> = {
  doi: "DOI",
  pmid: "PMID",
  pmcid: "PMCID",
  nct: "NCT",
  setid: "set id",
  application: "application",
  isbn: "ISBN",
  url: "address",
  document: "SHA-256",
};

/** "DOI 10.1000/182"; hashes are shortened, registered numbers that name their register stand alone. */
export function identityWords({ scheme, value }: SourceIdentity): string {
  if (scheme === "document") return `SHA-256 ${shortHash(value)}`;
  return value.toUpperCase().startsWith(names[scheme].toUpperCase()) ? value : `${names[scheme]} ${value}`;
}

export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)}\u2026${hash.slice(-4)}`;
}
