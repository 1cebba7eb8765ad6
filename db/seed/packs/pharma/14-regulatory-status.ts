import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, oneOf, phrases, prompts, setOf, vocabulary, yesNo } from "../define";
import { agencies } from "./vocabulary";

const statuses = vocabulary(`
  approved: approved by, approval was granted, was approved, marketing authorisation granted, marketing authorization granted, authorised, authorized, licensed
  conditionally approved: conditional marketing authorisation, accelerated approval, conditional approval
  tentatively approved: tentative approval
  under review: application under review, submitted for approval, filing accepted
  refused: refusal, complete response letter, negative opinion, not approvable
  withdrawn: withdrawn from the market, marketing authorisation withdrawn, approval withdrawn, withdrawal
  suspended: marketing authorisation suspended, suspension
  discontinued: marketing discontinued, discontinued by the manufacturer
  not approved: has not been approved, not authorised
`);

const marketing = vocabulary(`
  prescription: prescription only, rx only, by prescription, subject to medical prescription
  over the counter: otc, non-prescription, nonprescription, pharmacy medicine
  controlled substance: schedule ii, schedule iii, schedule iv, controlled drug
`);

// Date, agency and status of one act are named by the same words.
const act =
  "approved, first approved, approval, first approval, authorised, first authorised, authorized, marketing authorisation, marketing authorization, licensed, first licensed, granted";

export const regulatoryStatus: CategoryDefinitionInput = {
  slug: "regulatory_status",
  name: "Regulatory status",
  description: "Where the drug is approved, since when, under which application, on what conditions, and where it was refused or withdrawn.",
  searchParameters: {
    queries: [
      "{subject} FDA first approval date application number NDA BLA",
      "{subject} European marketing authorisation date EMA",
      "{subject} withdrawn or suspended marketing authorisation",
      "{subject} orphan designation accelerated or conditional approval",
      "{subject} approval history by country",
    ],
    apis: ["openfda", "ema", "dailymed"],
    domains: ["accessdata.fda.gov", "ema.europa.eu", "gov.uk", "pmda.go.jp", "canada.ca"],
    terms:
      phrases(`approved, approval, first approved, initial u.s. approval, marketing authorisation, marketing authorization, authorised, nda, bla, anda, application number, fda, ema, mhra,
      withdrawn, orphan, conditional approval, accelerated approval, committee for medicinal products for human use, licence, date of first authorisation`),
    labelSections: ["spl_product_data_elements", "recent_major_changes"],
  },
  processingRules: {
    facts: [
      setOf("agency", "Agencies", `${act}, withdrew`, agencies, { section: "Approvals" }),
      date("approval_date", "First approval", `${act}, initial u.s. approval, initial approval, date of first authorisation, received approval`, {
        section: "Approvals",
        exclude: phrases("generic approval, generics were approved"),
        excludeCue: phrases("refusal, refused, refuse, rejected, negative opinion, complete response letter, expires, expiry"),
        comparability: ["jurisdiction", "form", "indication", "population"],
      }),
      oneOf("status", "Status", `${act}, status, withdrawn, suspended, refused`, statuses, {
        section: "Approvals",
        comparability: ["jurisdiction", "as_of", "form", "indication"],
      }),
      identifier("us_application", "US application", "\\b((?:NDA|BLA|ANDA)\\s?#?\\s?0?\\d{5,6})\\b", "", {
        section: "Applications",
        strategy: "set_union",
        comparability: ["form"],
      }),
      identifier("eu_procedure", "EU procedure number", "\\b(EMEA/H/C/\\d{6}|EU/\\d/\\d{2}/\\d{3,4})", "", {
        section: "Applications",
        strategy: "set_union",
      }),
      date(
        "withdrawal_date",
        "Withdrawal",
        "withdrawn, withdrawal, withdrew, suspended, suspension, removed from the market, discontinued from the market",
        {
          section: "Withdrawals",
          requireCue: phrases("market, marketing, authorisation, authorization, approval, licence, license"),
          comparability: ["jurisdiction", "form"],
          safety: true,
        },
      ),
      yesNo("orphan", "Orphan designation", "orphan designation, orphan drug, orphan medicinal product, orphan status", {
        section: "Conditions",
        comparability: ["jurisdiction", "indication"],
      }),
      yesNo("conditional", "Conditional or accelerated", "conditional, accelerated approval, exceptional circumstances", {
        section: "Conditions",
        comparability: ["jurisdiction", "indication"],
      }),
      oneOf("supply_status", "Supply status", "prescription, over the counter, otc, rx only, controlled substance", marketing, {
        section: "Conditions",
        comparability: ["jurisdiction", "form"],
      }),
    ],
    comparability: ["jurisdiction"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "For each agency give status, date of first approval, application or procedure numbers, special conditions, refusals and withdrawals with dates, each from that agency's own register if possible.",
    extract:
      "Every status and date needs its agency. A committee opinion is not an approval; approval of a new form or indication is not the first approval. Ambiguous dates keep both readings.",
    adjudicate:
      "The agency's own register is the source of record for its own acts. Dates often differ because one is the opinion, another the decision, another the launch: say which is which.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 5, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "source_of_record",
  priority: 140,
};
