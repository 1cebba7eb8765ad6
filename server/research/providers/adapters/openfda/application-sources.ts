import type { ExtractedClaim } from "../../../claims/schema";
import type { FoundSource } from "../../../sources/schema";
import type { Question } from "../../schema";
import { factNamed } from "../record/asked-facts";
import { compactDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import type { Application } from "./wire";

const mostApplications = 3;
const approvalWords =
  /\b(?:first|initial|original) approv|\bfirst authori[sz]|\bapproval date\b|\bdate of (?:first )?(?:approval|authori[sz]ation)\b/;
const applicationWords = /\b(?:us application|application number|new drug application|nda)\b/;

/** The facts of a question that an application record states. When an indication was added is another date. */
export function recordFacts(question: Question): { approval: string | null; application: string | null } {
  const ofDrug = { ...question, facts: question.facts.filter(({ label }) => !/\bindication/i.test(label)) };
  return {
    approval: factNamed(ofDrug, approvalWords, "date")?.name ?? null,
    application: factNamed(ofDrug, applicationWords, "identifier", "set")?.name ?? null,
  };
}

/** Original applications (NDA, BLA) for the drug alone, the earliest approved first. */
export function chooseApplications(applications: readonly Application[], names: readonly string[]): Application[] {
  return applications
    .filter(({ application_number: number }) => !number.startsWith("ANDA"))
    .filter(({ products }) => {
      const ingredients = products.map((product) => product.active_ingredients.map((ingredient) => ingredient.name));
      const brands = products.flatMap((product) => product.brand_name ?? []);
      return ingredients.some((list) => isNamed(list, names) && !isMixture([], list)) || isNamed(brands, names);
    })
    .sort(
      (a, b) =>
        (originalApproval(a) ?? "9999").localeCompare(originalApproval(b) ?? "9999") || a.application_number.localeCompare(b.application_number),
    )
    .slice(0, mostApplications);
}

/** A source written from the record line by line, so that its claims have words to stand on. The same record gives the same text. */
export function applicationSource(application: Application): FoundSource {
  const { application_number: number, sponsor_name: sponsor } = application;
  const text = [approvalLine(application), ...productLines(application), ...latestSupplement(application)].join("\n");
  const brand = application.products.find((product) => product.brand_name)?.brand_name;
  return {
    identity: { scheme: "application", value: number },
    aliases: [],
    title: `Drugs@FDA: ${number}${brand ? `, ${brand}` : ""}${sponsor ? `, ${sponsor}` : ""}`.slice(0, 600),
    url: `https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=overview.process&ApplNo=${number.replace(/\D/g, "")}`,
    tier: 1,
    date: latestAction(application),
    jurisdiction: "US",
    publisher: "US Food and Drug Administration",
    licence: "Public domain (openFDA)",
    role: "retrieved",
    text,
    passages: [{ start: 0, end: text.length, page: null, heading: "Drugs@FDA", score: 1 }],
    // All records of one register are one voice.
    upstream: { scheme: "url", value: "https://www.accessdata.fda.gov/scripts/cder/daf" },
    superseded: false,
  };
}

/** What the record states outright. Only the earliest application says when the drug was first approved. */
export function applicationClaims(application: Application, text: string, question: Question, earliest: boolean): ExtractedClaim[] {
  const facts = recordFacts(question);
  const quote = approvalLine(application);
  const start = text.indexOf(quote);
  if (start < 0) return [];
  const place = {
    qualifiers: { jurisdiction: "US" },
    polarity: "affirmed",
    hedged: false,
    quote,
    start,
    end: start + quote.length,
    extractor: "api",
  } as const;
  const date = originalApproval(application);
  const number = application.application_number;
  const approved: ExtractedClaim[] =
    facts.approval && date && earliest
      ? [{ attribute: facts.approval, value: { kind: "date", earliest: date, latest: date, precision: "day" }, raw: date, ...place }]
      : [];
  const numbered: ExtractedClaim[] = facts.application
    ? [{ attribute: facts.application, value: { kind: "term", value: number }, raw: number, ...place }]
    : [];
  return [...approved, ...numbered];
}

function approvalLine(application: Application): string {
  const sponsor = application.sponsor_name ? ` (sponsor ${tidy(application.sponsor_name)})` : "";
  const date = originalApproval(application);
  return `Application ${application.application_number}${sponsor}: ${date ? `original approval ${date}` : "no original approval on record"}.`;
}

function productLines({ products }: Application): string[] {
  const lines = products.map((product) => {
    const ingredients = product.active_ingredients
      .map(({ name, strength }) => [name.toLowerCase(), strength ? spaced(strength) : ""].join(" ").trim())
      .join(" and ");
    const parts = [ingredients, product.dosage_form?.toLowerCase(), product.route?.toLowerCase(), product.marketing_status?.toLowerCase()];
    return `Product ${tidy(product.brand_name ?? "without brand name")}: ${parts.flatMap((part) => (part ? [tidy(part)] : [])).join("; ")}.`;
  });
  return [...new Set(lines)];
}

function latestSupplement(application: Application): string[] {
  const date = latestAction(application);
  return date && date !== originalApproval(application) ? [`Most recent approved submission: ${date}.`] : [];
}

function originalApproval({ submissions }: Application): string | null {
  const dates = submissions
    .filter((s) => s.submission_type === "ORIG" && s.submission_status === "AP")
    .flatMap((s) => compactDate(s.submission_status_date) ?? []);
  return dates.sort()[0] ?? null;
}

function latestAction({ submissions }: Application): string | null {
  const dates = submissions.filter((s) => s.submission_status === "AP").flatMap((s) => compactDate(s.submission_status_date) ?? []);
  return dates.sort().at(-1) ?? null;
}

/** "500MG" is "500 mg". */
function spaced(strength: string): string {
  return tidy(
    strength
      .replace(/(\d)([A-Za-z%])/g, "$1 $2")
      .replace(/\b(MG|G|MCG|ML|UNITS?|MEQ|KG)\b/g, (unit) => unit.toLowerCase().replace("ml", "mL").replace("meq", "mEq")),
  );
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
