// What an address alone says about a source: its tier and jurisdiction. Hosts are data; a host that is not listed is unknown, tier 10.

type Standing = { readonly tier: number; readonly jurisdiction: string | null };

const hosts: readonly (readonly [suffixes: string, tier: number, jurisdiction: string | null])[] = [
  ["fda.gov dailymed.nlm.nih.gov", 1, "US"],
  ["ema.europa.eu ec.europa.eu eur-lex.europa.eu", 1, "EU"],
  ["gov.uk medicines.org.uk", 1, "GB"],
  ["canada.ca hc-sc.gc.ca", 1, "CA"],
  ["tga.gov.au", 1, "AU"],
  ["pmda.go.jp", 1, "JP"],
  ["swissmedic.ch", 1, "CH"],
  ["sec.gov", 1, "US"],
  ["who.int", 2, null],
  ["nice.org.uk", 2, "GB"],
  ["cdc.gov nih.gov ahrq.gov uspreventiveservicestaskforce.org", 2, "US"],
  ["cochranelibrary.com", 3, null],
  ["pubmed.ncbi.nlm.nih.gov pmc.ncbi.nlm.nih.gov europepmc.org doi.org nature.com nejm.org thelancet.com jamanetwork.com bmj.com", 4, null],
  ["sciencedirect.com link.springer.com onlinelibrary.wiley.com academic.oup.com journals.plos.org jstor.org", 4, null],
  ["clinicaltrials.gov", 5, "US"],
  ["clinicaltrialsregister.eu euclinicaltrials.eu", 5, "EU"],
  ["biorxiv.org medrxiv.org arxiv.org ssrn.com preprints.org", 6, null],
  ["drugbank.com drugs.com medscape.com britannica.com merckmanuals.com", 8, null],
  ["reuters.com apnews.com bbc.co.uk bbc.com ft.com nytimes.com", 9, null],
];

const byHost = new Map(
  hosts.flatMap(([suffixes, tier, jurisdiction]) => suffixes.split(" ").map((suffix) => [suffix, { tier, jurisdiction }] as const)),
);
const unknown: Standing = { tier: 10, jurisdiction: null };

/** The standing of the longest listed name that the host ends with. */
export function standingOfHost(host: string): Standing {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  for (let from = 0; from < labels.length - 1; from++) {
    const known = byHost.get(labels.slice(from).join("."));
    if (known) return known;
  }
  return unknown;
}
