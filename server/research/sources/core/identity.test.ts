import { describe, expect, it } from "vitest";
import { identityFrom, identityKey, identityOf, identityOfUrl, parseIdentity } from "./identity";

const keyOf = (text: string) => {
  const identity = parseIdentity(text);
  return identity && identityKey(identity);
};

describe("identities", () => {
  it.each([
    ["doi:10.1000/ABC.Def", "doi:10.1000/abc.def"],
    ["https://doi.org/10.1000/ABC.", "doi:10.1000/abc"],
    ["http://dx.doi.org/10.1002/(SICI)1097-0258", "doi:10.1002/(sici)1097-0258"],
    ["doi:10.1000/abc)", "doi:10.1000/abc"],
    ["pmid:0012345", "pmid:12345"],
    ["https://pubmed.ncbi.nlm.nih.gov/12345/?dopt=Abstract", "pmid:12345"],
    ["pmcid:pmc777", "pmcid:PMC777"],
    ["https://pmc.ncbi.nlm.nih.gov/articles/PMC777/#sec2", "pmcid:PMC777"],
    ["https://www.ncbi.nlm.nih.gov/pubmed/12345", "pmid:12345"],
    ["https://clinicaltrials.gov/study/NCT01234567?tab=results", "nct:NCT01234567"],
    ["setid:0A1B2C3D-0000-1111-2222-333344445555", "setid:0a1b2c3d-0000-1111-2222-333344445555"],
    ["https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=0a1b2c3d-0000-1111-2222-333344445555", "setid:0a1b2c3d-0000-1111-2222-333344445555"],
    ["application: nda 020357", "application:NDA020357"],
    ["isbn:0-306-40615-2", "isbn:9780306406157"],
    ["url:http://example.org/a/", "url:https://example.org/a"],
  ])("%s is %s", (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it.each(["doi:abc", "pmid:0", "pmid:x12", "nct:123", "setid:not-one", "isbn:9780306406158", "nonsense", "constructor:1", "url:file:///etc/passwd"])(
    "%s is none",
    (text) => {
      expect(parseIdentity(text)).toBeNull();
    },
  );

  it("keep an unreadable resolver address as an address", () => {
    expect(identityOfUrl("https://doi.org/about")).toEqual({ scheme: "url", value: "https://doi.org/about" });
    expect(identityOfUrl("https://doi.org/10.1000/%E0%A4%A")).toEqual({ scheme: "doi", value: "10.1000/%e0%a4%a" });
  });

  it("prefer the registered name and keep the others as aliases", () => {
    expect(identityOf({ pmid: 12345, doi: "10.1000/x", url: "https://journal.example/x?utm_source=y" })).toEqual({
      identity: { scheme: "doi", value: "10.1000/x" },
      aliases: [
        { scheme: "pmid", value: "12345" },
        { scheme: "url", value: "https://journal.example/x" },
      ],
    });
  });

  it("do not take a trial's number for another name of the paper about it", () => {
    expect(identityOf({ doi: "10.1000/x", nct: "NCT01234567" })?.aliases).toEqual([]);
  });

  it("are missing when nothing valid is known", () => {
    expect(identityOf({ doi: "none", url: "about:blank" })).toBeNull();
    expect(identityFrom("pmid", null)).toBeNull();
  });
});
