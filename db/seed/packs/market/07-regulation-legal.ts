import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, identifier, phrases, prompts, prose, setOf, vocabulary } from "../define";
import { amount } from "./vocabulary";

const matters = vocabulary(`
  antitrust: competition law, cartel, merger control, abuse of dominance
  data protection: gdpr, privacy, data breach
  product liability: product safety, defective
  securities: securities fraud, class action by shareholders, insider trading
  intellectual property: patent infringement, trademark, copyright infringement
  employment: labour law, discrimination, wage claims
  environment: emissions, pollution, environmental damage
  corruption: bribery, fcpa, money laundering
  sanctions: export controls, embargo
  tax: tax dispute, state aid
  consumer protection: misleading advertising, unfair terms
`);

const outcomes = vocabulary(`
  pending: ongoing, under investigation, was filed, alleges
  settled: settlement, agreed to pay, consent decree
  dismissed: case was dismissed, acquitted, rejected the claim
  fined: fine, penalty, was fined, sanctioned
  convicted: pleaded guilty, found guilty
  judgment: ruled, court held, found liable, ordered to pay
  appeal: appealed, under appeal
`);

export const regulationLegal: CategoryDefinitionInput = {
  slug: "regulation_legal",
  name: "Regulation and legal",
  description: "Licences and rules that bind the company, proceedings, fines and settlements, each with its stage and date.",
  searchParameters: {
    queries: [
      "{subject} lawsuit court ruling",
      "{subject} regulator fine investigation",
      "{subject} settlement penalty",
      "{subject} licence regulatory approval",
      "{subject} legal proceedings annual report",
    ],
    domains: ["sec.gov", "justice.gov", "ec.europa.eu", "courtlistener.com", "curia.europa.eu"],
    terms:
      phrases(`lawsuit, litigation, court, ruled, judgment, fine, fined, penalty, settlement, investigation, regulator, regulatory, licence, license, antitrust, gdpr, compliance, plaintiff,
      alleged, proceedings, sanction`),
  },
  processingRules: {
    facts: [
      setOf(
        "matter",
        "Matters",
        "lawsuit, investigation, proceedings, case, complaint, fine, claim, violation, allegations, court, fined, settled",
        matters,
        {
          section: "Proceedings",
          comparability: ["jurisdiction"],
        },
      ),
      setOf("stage", "Stage", "lawsuit, class action, case, court, investigation, complaint, proceedings, regulator, fined", outcomes, {
        section: "Proceedings",
        requireCue: phrases("court, lawsuit, investigation, case, regulator, commission, proceedings, settlement, fine, fined, complaint"),
        comparability: ["jurisdiction", "as_of", "study"],
      }),
      amount("penalty", "Fines and settlements", "fine, fined, penalty, settlement, settled, agreed to pay, ordered to pay, damages, fine of", {
        section: "Amounts",
        comparability: ["currency", "jurisdiction", "as_of", "study"],
        strategy: "source_of_record",
      }),
      date("decision_date", "Dates", "ruled, decision, fined, filed, settled, settlement, judgment, announced, investigation opened", {
        section: "Proceedings",
        requireCue: phrases(
          "court, regulator, commission, lawsuit, class action, case, complaint, fine, fined, settlement, settled, investigation, judge, tribunal, proceedings",
        ),
        comparability: ["jurisdiction", "definition", "study"],
        strategy: "source_of_record",
      }),
      identifier("case_number", "Case number", "\\b((?:Case|No\\.|C-|T-|AT\\.)\\s?[\\w-]*\\d{2,}[\\w/-]*)", "case, case no, docket, no", {
        section: "Proceedings",
        strategy: "set_union",
      }),
      prose("licence", "Licences and approvals", "licence, license, authorised by, regulated by, supervised by, permit, certification", {
        section: "Licences",
      }),
      prose("allegation", "Allegations", "alleges, alleged, accused, denies, without admitting", { section: "Proceedings" }),
    ],
    comparability: ["jurisdiction"],
    maxSentences: 14,
  },
  promptTemplates: prompts({
    search:
      "List licences, proceedings, fines and settlements with authority, case number, stage, amount and date, from the authority or court first. Mark allegations as allegations.",
    extract: "An allegation is never a finding: keep the hedge. A stage holds at its date. Settlements without admission are recorded as such.",
    adjudicate: "The court or authority is the source of record. A later stage replaces an earlier one; a denied allegation stays open.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 9, mustAnchorQuote: true, maxAgeDays: 3650, strictGate: true },
  conflictResolutionStrategy: "jurisdiction_scoped",
  priority: 70,
};
