import { z } from "zod";
import { writtenDate } from "../record/dates";
import { isMixture, isNamed } from "../record/drug-names";
import { plainText } from "../record/plain-text";

export const listedSchema = z.object({
  setid: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  title: z.string(),
  published_date: z.string().optional().catch(undefined),
});
export type Listed = z.infer<typeof listedSchema>;
export type Chosen = { readonly setId: string; readonly brand: string | null; readonly generic: string | null };

/** Labels of copies repeat their original; two show whether they do. */
const mostLabels = 2;
const forms =
  /\s(?:tablets?|capsules?|injections?|solutions?|suspensions?|kit|powder|granules?|creams?|ointments?|gels?|patch|film|spray|aerosol|liquid|syrup|emulsion|implant)\b.*$/i;

/** The labels of the drug itself: branded ones first, then the newest. A title reads "BRAND (GENERIC) FORM [MAKER]". */
export function chooseSpls(listed: readonly Listed[], names: readonly string[]): Chosen[] {
  const read = listed.map((entry) => ({
    ...titleNames(entry.title),
    setId: entry.setid.toLowerCase(),
    date: writtenDate(entry.published_date) ?? "",
  }));
  const named = read.filter(({ brand, generic }) =>
    isNamed(
      [brand, generic].flatMap((name) => name ?? []),
      names,
    ),
  );
  const single = named.filter(({ generic, brand }) => !isMixture([generic ?? brand ?? ""], []));
  const fitting = single.length > 0 ? single : named;
  const unique = [...new Map(fitting.map((entry) => [entry.setId, entry])).values()];
  return unique
    .sort((a, b) => Number(isBranded(b)) - Number(isBranded(a)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, mostLabels)
    .map(({ setId, brand, generic }) => ({ setId, brand, generic }));
}

function isBranded({ brand, generic }: { brand: string | null; generic: string | null }): boolean {
  return brand !== null && generic !== null && !isNamed([brand], [generic]);
}

export function titleNames(title: string): { brand: string | null; generic: string | null } {
  const product = plainText(title).replace(/\s*\[[^\]]*\]\s*$/, "");
  const [, brand = "", generic = ""] = /^([^(]+)\(([^)]+)\)/.exec(product) ?? [];
  if (generic.trim() !== "") return { brand: brand.trim() || null, generic: generic.trim() };
  return { brand: null, generic: product.replace(forms, "").trim() || null };
}
