// Patents and exclusivities that the Orange Book lists, one source for each application. A record without patents says nothing about protection.
import { z } from "zod";
import type { Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed, termOf } from "../record/asked-facts";
import { compactDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import { dateValue, type Line, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import { registerSource } from "../record/register";

const text = z.string().optional().catch(undefined);
const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .catch(undefined)
  .transform((value) => value === true || /^(?:y|yes|true)$/i.test(String(value ?? "")));
const each = <T>(item: z.ZodType<T>) =>
  z
    .array(item)
    .optional()
    .catch(undefined)
    .transform((list) => list ?? []);
export const listingSchema = z.object({
  application_number: text,
  approval_date: text,
  products: each(
    z.object({ brand_name: text, application_number: text, active_ingredients: each(z.object({ name: z.string() })), marketing_status: text }),
  ),
  patents: each(
    z.object({ patent_number: z.string(), expiration_date: text, drug_substance_flag: flag, drug_product_flag: flag, patent_use_code: text }),
  ),
  exclusivity: each(z.object({ exclusivity_code: z.string(), exclusivity_expiration_date: text })),
});
export type Listing = z.infer<typeof listingSchema>;

const mostListings = 4;

/** Whether a category looks for patents or exclusivities. */
export function asksOrangeBook(question: Question): boolean {
  return factNamed(question, /\bpatents?\b|\bexclusivity\b/) !== null;
}

/** Listings of the drug itself with a patent or an exclusivity, those that expire last first. */
export function orangeBookSources(listings: readonly Listing[], names: readonly string[], question: Question): Found[] {
  return listings
    .filter(({ products, patents, exclusivity }) => patents.length + exclusivity.length > 0 && products.some((product) => isOwn(product, names)))
    .sort((a, b) => (lastExpiry(a) < lastExpiry(b) ? 1 : -1))
    .slice(0, mostListings)
    .flatMap((listing) => listingSource(listing, question) ?? []);
}

function isOwn({ active_ingredients: list, brand_name: brand }: Listing["products"][number], names: readonly string[]): boolean {
  const ingredients = list.map((ingredient) => ingredient.name);
  return (isNamed(ingredients, names) && !isMixture([], ingredients)) || (brand !== undefined && isNamed([brand], names));
}

function lastExpiry({ patents, exclusivity }: Listing): string {
  return (
    [...patents.map((patent) => patent.expiration_date ?? ""), ...exclusivity.map((one) => one.exclusivity_expiration_date ?? "")].sort().at(-1) ?? ""
  );
}

function listingSource(listing: Listing, question: Question): Found | null {
  const number = (listing.application_number ?? listing.products[0]?.application_number ?? "").replace(/\D/g, "");
  if (number === "") return null;
  const brand = plainText(listing.products.find((product) => product.brand_name)?.brand_name ?? "");
  return registerSource(
    [
      { text: `Orange Book listing of NDA ${number}${brand ? ` (${brand})` : ""}.` },
      ...patentLines(listing, question),
      ...exclusivityLines(listing, question),
    ],
    {
      title: `Orange Book: application ${number}${brand ? `, ${brand}` : ""}`,
      tier: 1,
      date: null,
      jurisdiction: "US",
      publisher: "US Food and Drug Administration",
      licence: "Public domain (openFDA)",
      url: `https://www.accessdata.fda.gov/scripts/cder/ob/results_product.cfm?Appl_Type=N&Appl_No=${number}`,
      register: "https://www.accessdata.fda.gov/scripts/cder/ob/",
      heading: "Orange Book",
    },
    question,
    { jurisdiction: "US" },
  );
}

function patentLines({ patents }: Listing, question: Question): Line[] {
  const [numberFact, expiryFact] = [
    factNamed(question, /\bpatent number\b|^patent$/, "identifier"),
    factNamed(question, /\bpatent expiry\b/, "date"),
  ];
  const unique = new Map(patents.map((patent) => [`${patent.patent_number} ${patent.expiration_date}`, patent]));
  return [...unique.values()].map(
    ({ patent_number: listed, expiration_date: until, drug_substance_flag: substance, drug_product_flag: product, patent_use_code: use }) => {
      const number = plainText(listed).replace(/\*PED$/i, "");
      const paediatric = /\*PED$/i.test(listed) ? "; with paediatric exclusivity" : "";
      const expiry = compactDate(until);
      const claims = [substance ? "drug substance" : "", product ? "drug product" : "", use ? `use code ${plainText(use)}` : ""].filter(
        (part) => part !== "",
      );
      const definition = { definition: `patent ${number}${paediatric ? " with paediatric exclusivity" : ""}` };
      return {
        text: `Patent ${number}${expiry ? ` expires ${expiry}` : ""}${claims.length > 0 ? ` (claims: ${claims.join(", ")})` : ""}${paediatric}.`,
        states: [
          { fact: numberFact, value: termValue(number), raw: number },
          { fact: expiryFact, value: dateValue(expiry), raw: expiry ?? "", qualifiers: definition },
        ],
      };
    },
  );
}

function exclusivityLines({ exclusivity }: Listing, question: Question): Line[] {
  const [codeFact, expiryFact] = [
    factNamed(question, /\bexclusivity code\b|^exclusivity$/, "set", "enumeration"),
    factNamed(question, /\bexclusivity (?:expiry|ends)\b/, "date"),
  ];
  return exclusivity.map(({ exclusivity_code: listed, exclusivity_expiration_date: until }) => {
    const code = plainText(listed);
    const expiry = compactDate(until);
    return {
      text: `Exclusivity ${code}${expiry ? ` expires ${expiry}` : ""}.`,
      states: [
        { fact: codeFact, value: termValue(codeFact ? termOf(codeFact, code, code.split("-")[0] ?? code) : null), raw: code },
        { fact: expiryFact, value: dateValue(expiry), raw: expiry ?? "", qualifiers: { definition: code } },
      ],
    };
  });
}
