// A record of the EMA's medicines file, and what it states. The file holds central authorisations only: what is not there may be authorised nationally.
import { z } from "zod";
import { identityOf } from "../../../sources/core/identity";
import type { AskedFact, Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed, termOf, topicsOf } from "../record/asked-facts";
import { passagesAbout } from "../record/cut-passages";
import { europeanDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import { dateValue, type Line, layLines, termValue } from "../record/lay-lines";
import { plainText, plainTitle } from "../record/plain-text";

const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
export const medicineSchema = z.object({
  category: text,
  name_of_medicine: z.string(),
  ema_product_number: text,
  medicine_status: text,
  international_non_proprietary_name_common_name: text,
  active_substance: text,
  atc_code_human: text,
  therapeutic_indication: text,
  generic: text,
  generic_or_hybrid: text,
  biosimilar: text,
  conditional_approval: text,
  orphan_medicine: text,
  marketing_authorisation_developer_applicant_holder: text,
  marketing_authorisation_date: text,
  european_commission_decision_date: text,
  withdrawal_expiry_revocation_lapse_of_marketing_authorisation_date: text,
  last_updated_date: text,
  medicine_url: text,
});
export type Medicine = z.infer<typeof medicineSchema>;

const mostMedicines = 3;
const yes = (value: string | undefined) => /^yes$/i.test(value?.trim() ?? "");
const authorised = (medicine: Medicine) => europeanDate(medicine.marketing_authorisation_date);

/** The facts of a question that a record states. */
export function statedFacts(
  question: Question,
): Readonly<Record<"approval" | "status" | "number" | "atc" | "indication" | "orphan" | "conditional" | "withdrawal", AskedFact | null>> {
  // When an indication was added is another date.
  const ofDrug = { ...question, facts: question.facts.filter(({ label }) => !/\bindication/i.test(label)) };
  return {
    approval: factNamed(ofDrug, /\bfirst approval\b|\bapproval date\b|\bfirst authori[sz]ation\b/, "date"),
    status: factNamed(question, /^status$|\bregulatory status\b/, "enumeration", "set"),
    number: factNamed(question, /\beu procedure\b|\bema product number\b/, "identifier"),
    atc: factNamed(question, /\batc\b/, "identifier", "set"),
    indication: factNamed(question, /^indications?$/, "set", "text", "enumeration"),
    orphan: factNamed(question, /\borphan\b/, "boolean"),
    conditional: factNamed(question, /\bconditional\b/, "boolean"),
    withdrawal: factNamed(question, /\bwithdrawal\b/, "date"),
  };
}

/** Medicines of the drug itself: originals before generics, the earliest authorised first. */
export function chooseMedicines(medicines: readonly Medicine[], names: readonly string[]): Medicine[] {
  const human = medicines.filter(({ category }) => category === undefined || /human/i.test(category));
  const substances = ({ international_non_proprietary_name_common_name: inn, active_substance: active }: Medicine) =>
    [inn, active].flatMap((name) => name ?? []);
  const own = human.filter((medicine) => isNamed(substances(medicine), names) && !isMixture(substances(medicine), []));
  const fitting = own.length > 0 ? own : human.filter((medicine) => isNamed([medicine.name_of_medicine], names));
  const originals = fitting.filter((medicine) => !yes(medicine.generic) && !yes(medicine.generic_or_hybrid) && !yes(medicine.biosimilar));
  return (originals.length > 0 ? originals : fitting)
    .sort((a, b) => ((authorised(a) ?? "9999") < (authorised(b) ?? "9999") ? -1 : 1))
    .slice(0, mostMedicines);
}

/** A medicine as a source. Only the earliest states when the drug was first authorised. */
export function medicineSource(medicine: Medicine, question: Question, earliest: boolean): Found | null {
  const url = /^https:\/\/www\.ema\.europa\.eu\//.test(medicine.medicine_url ?? "") ? (medicine.medicine_url ?? null) : null;
  const known = identityOf({ application: medicine.ema_product_number, url });
  if (!known) return null;
  const laid = layLines(medicineLines(medicine, statedFacts(question), earliest), { jurisdiction: "EU" });
  return {
    claims: laid.claims,
    source: {
      identity: known.identity,
      aliases: known.aliases,
      title: plainTitle(
        `EMA: ${medicine.name_of_medicine} (${medicine.active_substance ?? medicine.international_non_proprietary_name_common_name ?? "substance not stated"})`,
        "EMA medicine",
      ),
      url,
      tier: 1,
      date: europeanDate(medicine.last_updated_date) ?? authorised(medicine),
      jurisdiction: "EU",
      publisher: "European Medicines Agency",
      licence: "Reuse with acknowledgement (EMA)",
      role: "retrieved",
      text: laid.text,
      passages: passagesAbout(laid.text, topicsOf(question), { heading: "EMA medicines file", all: true }),
      upstream: identityOf({ url: "https://www.ema.europa.eu/en/medicines" })?.identity ?? null,
      superseded: false,
    },
  };
}

function medicineLines(medicine: Medicine, facts: ReturnType<typeof statedFacts>, earliest: boolean): Line[] {
  const name = plainText(medicine.name_of_medicine);
  const substance = plainText(medicine.active_substance ?? "");
  const status = plainText(medicine.medicine_status ?? "").toLowerCase();
  const since = authorised(medicine);
  const ended = europeanDate(medicine.withdrawal_expiry_revocation_lapse_of_marketing_authorisation_date);
  const number = plainText(medicine.ema_product_number ?? "");
  const atc = plainText(medicine.atc_code_human ?? "");
  const holder = plainText(medicine.marketing_authorisation_developer_applicant_holder ?? "");
  const indication = plainText(medicine.therapeutic_indication ?? "");
  const statusTerm = facts.status && status ? termOf(facts.status, status) : null;
  const flag = (what: string, value: string | undefined, fact: AskedFact | null): Line[] =>
    /^(?:yes|no)$/i.test(value?.trim() ?? "")
      ? [
          {
            text: `${what} (${name}): ${yes(value) ? "yes" : "no"}.`,
            states: [{ fact, value: { kind: "boolean", value: yes(value) }, raw: yes(value) ? "yes" : "no" }],
          },
        ]
      : [];
  return [
    { text: `${name}${substance ? ` (${substance})` : ""}${holder ? `, held by ${holder}` : ""}.` },
    ...(since
      ? [
          {
            text: `Marketing authorisation of ${name} in the European Union granted on ${since}.`,
            states: [{ fact: earliest ? facts.approval : null, value: dateValue(since), raw: since }],
          },
        ]
      : []),
    ...(status
      ? [{ text: `Status of ${name} in the European Union: ${status}.`, states: [{ fact: facts.status, value: termValue(statusTerm), raw: status }] }]
      : []),
    ...(ended
      ? [
          {
            text: `Marketing authorisation of ${name} withdrawn, expired, revoked or lapsed on ${ended}.`,
            states: [{ fact: facts.withdrawal, value: dateValue(ended), raw: ended }],
          },
        ]
      : []),
    ...(number ? [{ text: `EMA product number: ${number}.`, states: [{ fact: facts.number, value: termValue(number), raw: number }] }] : []),
    ...(/^[A-V]\d{2}[A-Z]{2}\d{2}$/.test(atc) ? [{ text: `ATC code: ${atc}.`, states: [{ fact: facts.atc, value: termValue(atc), raw: atc }] }] : []),
    ...flag("Orphan medicine", medicine.orphan_medicine, facts.orphan),
    ...flag("Conditional approval", medicine.conditional_approval, facts.conditional),
    ...(indication ? [{ text: `Therapeutic indication: ${indication}` }] : []),
  ];
}
