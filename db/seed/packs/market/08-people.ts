import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { date, phrases, prompts, prose, quantity, setOf, vocabulary } from "../define";
import { amount } from "./vocabulary";

const roles = vocabulary(`
  chief executive officer: ceo, chief executive, managing director
  chief financial officer: cfo, finance director
  chief operating officer: coo
  chief technology officer: cto
  chair: chairman, chairwoman, chairperson, chair of the board
  board member: director, non-executive director, supervisory board
  founder: co-founder, founders
  president
  general counsel: chief legal officer
  chief scientific officer: head of research, chief medical officer
  auditor: audit partner
`);

const events = vocabulary(`
  appointed: named as, joined as, was appointed, elected
  resigned: stepped down, left the company, departure
  dismissed: removed, terminated
  retired: retirement
  interim: acting
  reappointed: re-elected
  died
`);

export const people: CategoryDefinitionInput = {
  slug: "people",
  name: "People",
  description: "Who leads the company, in which role and since when, board and founders, changes, pay as published.",
  searchParameters: {
    queries: [
      "{subject} chief executive management team",
      "{subject} board of directors",
      "{subject} founder",
      "{subject} executive appointed resigned",
      "{subject} executive compensation proxy statement",
    ],
    domains: ["sec.gov", "find-and-update.company-information.service.gov.uk"],
    recencyDays: 1825,
    terms: phrases(
      `chief executive, ceo, cfo, chairman, chair, board of directors, founder, co-founder, appointed, resigned, stepped down, executive, management, director, compensation, shareholding`,
    ),
  },
  processingRules: {
    facts: [
      prose("officer", "Officers", "chief executive, chief financial officer, appointed, serves as, managing director, president, led by, ceo, cfo", {
        section: "Management",
      }),
      setOf("role", "Roles", "appointed, serves as, named, board, became, elected, joined as, founder, role of", roles, {
        section: "Management",
        requireCue: phrases("appointed, serves, named, became, board, elected, joined, founder, officer, executive, chairman, chair, resigned"),
        comparability: ["as_of"],
      }),
      setOf("change", "Changes", "appointed, resigned, role, officer, director, board, executive, chairman", events, {
        section: "Changes",
        requireCue: phrases("officer, director, board, executive, chairman, chair, chief, president, ceo, cfo"),
        comparability: ["as_of"],
      }),
      date("effective_date", "Effective", "appointed, effective, resigned, stepped down, joined, took office", {
        section: "Changes",
        requireCue: phrases("officer, director, board, executive, chairman, chair, chief, president, ceo, cfo, founder"),
        comparability: ["definition"],
      }),
      amount("compensation", "Published pay", "compensation, total compensation, remuneration, salary, bonus", {
        section: "Pay",
        comparability: ["currency", "fiscal_period", "definition"],
        strategy: "source_of_record",
      }),
      quantity(
        "board_size",
        "Board members",
        "1",
        "board members, directors, members of the board, supervisory board, board consists of, board of directors",
        {
          section: "Board",
          scale: "count",
          comparability: ["as_of", "definition"],
          plausible: { low: 1, high: 60 },
        },
      ),
    ],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Name current officers and directors with role and start date, recent changes with date and reason as published, founders, and published pay. Public roles only: no private life.",
    extract: "Only persons in a business role and facts published about that role. A role holds at a date.",
    adjudicate: "The newest filing or register entry stands. Announcement date and effective date are different dates.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 9, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "newest_effective",
  priority: 80,
};
