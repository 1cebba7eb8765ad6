import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { exactQuantity, oneOf, phrases, prompts, prose, setOf, vocabulary } from "../define";
import { amount } from "./vocabulary";

const standards = vocabulary(`
  IFRS: international financial reporting standards
  US GAAP: generally accepted accounting principles, gaap
  UK GAAP: frs 102
  HGB: german commercial code
  J-GAAP: japanese gaap
  non-GAAP: adjusted, pro forma, alternative performance measure
`);

const opinions = vocabulary(`
  unqualified: unmodified opinion, unqualified opinion, present fairly
  qualified: qualified opinion
  adverse: adverse opinion
  disclaimer: disclaimer of opinion
  going concern: substantial doubt, going concern
`);

export const financials: CategoryDefinitionInput = {
  slug: "financials",
  name: "Financials",
  description: "Revenue, profit, margins, cash and debt by fiscal period and currency, with the accounting standard and the auditor's opinion.",
  searchParameters: {
    queries: [
      "{subject} annual report revenue net income",
      "{subject} 10-K 20-F financial statements",
      "{subject} operating profit margin EBITDA",
      "{subject} cash debt free cash flow",
      "{subject} quarterly results",
    ],
    domains: ["sec.gov", "bundesanzeiger.de", "find-and-update.company-information.service.gov.uk"],
    recencyDays: 1825,
    terms:
      phrases(`revenue, revenues, net sales, turnover, net income, net loss, profit, loss, ebitda, operating income, gross margin, cash flow, cash and cash equivalents, debt, fiscal year, quarter,
      dividend, earnings per share, auditor, ifrs, gaap`),
  },
  processingRules: {
    facts: [
      amount("revenue", "Revenue", "revenue, revenues, net sales, total revenue, turnover, sales, total net sales", {
        section: "Income",
        exclude: phrases("cost of revenue, cost of sales, recurring revenue, revenue growth, deferred revenue"),
      }),
      amount("gross_profit", "Gross profit", "gross profit", { section: "Income" }),
      amount(
        "operating_income",
        "Operating income",
        "operating income, operating profit, income from operations, ebit, operating loss, loss from operations",
        { section: "Income" },
      ),
      amount("ebitda", "EBITDA", "ebitda, adjusted ebitda", { section: "Income" }),
      amount(
        "net_income",
        "Net income",
        "net income, net profit, profit for the year, net loss, loss for the year, profit attributable, net earnings",
        { section: "Income" },
      ),
      exactQuantity("eps", "Earnings per share", "{USD}", "earnings per share, eps, diluted earnings per share, loss per share", {
        section: "Income",
        otherUnits: ["{EUR}", "{GBP}", "{JPY}", "{CHF}"],
        comparability: ["currency", "fiscal_period", "definition"],
        plausible: { low: -100_000, high: 100_000 },
      }),
      exactQuantity(
        "growth",
        "Growth of revenue",
        "%",
        "revenue growth, revenue grew, revenue increased, sales grew, growth of, revenue rose, sales increased, revenue declined",
        {
          section: "Income",
          scale: "ratio",
          comparability: ["fiscal_period", "definition", "currency"],
          tolerance: { rounding: 0.01, minor: 0.05 },
          plausible: { low: 0, high: 1000 },
        },
      ),
      exactQuantity("margin", "Margins", "%", "gross margin, operating margin, net margin, profit margin, ebitda margin, ebit margin", {
        section: "Income",
        scale: "percent",
        comparability: ["fiscal_period", "definition"],
        tolerance: { rounding: 0.01, minor: 0.05 },
        plausible: { low: -1000, high: 100 },
      }),
      amount("cash", "Cash", "cash and cash equivalents, cash position, cash balance, liquidity", { section: "Balance sheet" }),
      amount("debt", "Debt", "total debt, net debt, borrowings, long-term debt, financial liabilities", { section: "Balance sheet" }),
      amount(
        "free_cash_flow",
        "Free cash flow",
        "free cash flow, cash flow from operations, operating cash flow, net cash provided by operating activities",
        { section: "Cash flow" },
      ),
      amount("market_capitalisation", "Market capitalisation", "market capitalisation, market capitalization, market cap, market value", {
        section: "Valuation",
        comparability: ["currency", "as_of"],
        strategy: "newest_effective",
      }),
      amount("funding", "Funding raised", "raised, funding round, series a, series b, series c, investment round, financing round", {
        section: "Valuation",
        requireCue: phrases("raised, round, funding, financing, investors"),
        comparability: ["currency", "as_of", "definition"],
      }),
      setOf("standard", "Accounting standard", "accordance with, prepared under, standards, reported, basis, accounting", standards, {
        section: "Basis",
        comparability: ["fiscal_period"],
      }),
      oneOf("audit_opinion", "Audit opinion", "auditor, auditors, opinion, audit report, going concern", opinions, {
        section: "Basis",
        comparability: ["fiscal_period"],
      }),
      prose("guidance", "Guidance", "expects, guidance, outlook, forecast for, anticipates", { section: "Outlook" }),
    ],
    comparability: ["fiscal_period"],
    maxSentences: 16,
  },
  promptTemplates: prompts({
    search:
      "Give revenue, gross, operating and net result, margins, cash, debt and cash flow for the latest fiscal years and quarters, with currency, period end, accounting standard and audited or not.",
    extract:
      "Every figure needs currency, fiscal period and definition (reported or adjusted, group or segment). Multiply out thousands and millions only as the table states. Never convert currencies.",
    adjudicate:
      "Filing before company release, that before press, that before aggregator. Restated, adjusted or other-period figures are not comparable with reported ones.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 7, mustAnchorQuote: true, maxAgeDays: 1095, strictGate: true },
  conflictResolutionStrategy: "authority",
  priority: 30,
};
