import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, exactQuantity, identifier, oneOf, phrases, prompts, prose, quantity, vocabulary } from "../define";

const legalForms = vocabulary(`
  public limited company: plc, aktiengesellschaft, ag, s.a., n.v.
  corporation: inc., incorporated, corp.
  limited liability company: llc, gmbh, ltd, limited, s.à r.l., b.v.
  European company: societas europaea, se
  partnership: llp, limited partnership, lp
  cooperative: co-operative
  foundation: stiftung
  non-profit: nonprofit, charity, 501(c)(3)
  state-owned enterprise: state-owned
  sole proprietorship
`);

const ownership = vocabulary(`
  listed: publicly traded, listed on, public company, nasdaq, new york stock exchange, nyse, london stock exchange, xetra
  private: privately held, private company
  private equity: private-equity owned, portfolio company of
  venture-backed: venture capital backed
  subsidiary: wholly owned subsidiary, subsidiary of, majority-owned
  family-owned: family owned, controlled by the family
  state-owned: government-owned
  employee-owned
`);

export const identityOwnership: CategoryDefinitionInput = {
  slug: "identity_ownership",
  name: "Identity and ownership",
  description: "Which company this is: legal name and form, seat, registrations, founding, size, parents, shareholders and subsidiaries.",
  searchParameters: {
    queries: [
      "{subject} legal name headquarters incorporation",
      "{subject} company register LEI registration number",
      "{subject} shareholders ownership parent company",
      "{subject} subsidiaries founded employees",
    ],
    domains: ["sec.gov", "find-and-update.company-information.service.gov.uk", "gleif.org", "unternehmensregister.de"],
    terms:
      phrases(`incorporated, headquartered, headquarters, founded, registered, legal form, shareholders, shareholder, owns, owned by, stake, subsidiary, subsidiaries, parent company, listed,
      employees, company number, lei, articles of association`),
  },
  processingRules: {
    facts: [
      prose("legal_name", "Legal name", "legal name, registered name, trading as, formerly known as, renamed, registrant", { section: "Identity" }),
      oneOf(
        "legal_form",
        "Legal form",
        "incorporated, registered, organised as, organized as, legal form, converted into, is a, limited liability company, public limited company",
        legalForms,
        {
          section: "Identity",
          requireCue: phrases(
            "incorporated, registered, legal form, organised, organized, converted, formed, limited liability company, public limited company, partnership, cooperative, corporation",
          ),
          comparability: ["jurisdiction", "as_of"],
        },
      ),
      identifier("lei", "LEI", "\\b([0-9A-Z]{18}\\d{2})\\b", "lei, legal entity identifier", { section: "Identity" }),
      identifier(
        "company_number",
        "Register number",
        "\\b(?:No\\.|number|Number|HRB|CIK)[:\\s]\\s?([A-Z]{0,3}\\s?\\d{5,10})\\b",
        "company number, registration number, hrb, cik, register",
        {
          section: "Identity",
          comparability: ["jurisdiction"],
        },
      ),
      identifier(
        "ticker",
        "Ticker",
        "\\b(?:NASDAQ|NYSE|LSE|XETRA|TSX|ASX|HKEX)\\s?[:\\s]\\s?([A-Z0-9.]{1,6})\\b",
        "nasdaq, nyse, lse, xetra, tsx, asx, hkex, ticker",
        {
          section: "Identity",
          strategy: "set_union",
        },
      ),
      date("founded", "Founded", "founded, established, incorporated, was formed, set up, founded in", {
        section: "Identity",
        comparability: ["definition", "jurisdiction"],
      }),
      prose("headquarters", "Seat", "headquartered, headquarters, based in, registered office, head office, principal executive offices", {
        section: "Identity",
      }),
      quantity("employees", "Employees", "1", "employees, employed, employs, staff, workforce, headcount, full-time equivalents", {
        section: "Size",
        scale: "count",
        comparability: ["as_of", "fiscal_period", "definition"],
        strategy: "newest_effective",
        plausible: { low: 0, high: 10_000_000 },
      }),
      oneOf("ownership_type", "Ownership", "listed, owned, privately held, subsidiary, traded, held by", ownership, {
        section: "Ownership",
        comparability: ["as_of"],
        strategy: "newest_effective",
      }),
      exactQuantity("stake", "Stakes", "%", "stake, holds, owns, owned, shareholding, interest, of the shares, of voting rights, share capital", {
        section: "Ownership",
        scale: "percent",
        requireCue: phrases("stake, shares, share capital, voting rights, shareholder, shareholding, interest, owns, owned"),
        comparability: ["as_of", "definition", "partner"],
        strategy: "newest_effective",
        plausible: { low: 0, high: 100 },
      }),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Establish the exact legal entity: name, form, register and number, seat, founding, listing, parents and shareholders with stakes and as-of dates, main subsidiaries, employees.",
    extract: "Make sure the passage is about this entity and not a namesake or a group company. Stakes and head counts carry their as-of date.",
    adjudicate: "The register or filing is the source of record. Differences often come from group against entity, or from dates.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "source_of_record",
  priority: 10,
};
