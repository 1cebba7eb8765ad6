// Which records are about the drug asked for, and not about a mixture that holds it.

const salts = new Set(
  `hydrochloride hcl dihydrochloride hydrobromide hydroiodide sodium potassium calcium magnesium zinc lithium chloride bromide iodide acetate maleate mesylate mesilate besylate besilate
  tosylate tosilate tartrate bitartrate succinate fumarate citrate phosphate diphosphate sulfate sulphate bisulfate nitrate gluconate lactate malate oxalate pamoate embonate edisylate
  esylate xinafoate medoxomil axetil proxetil tromethamine meglumine hemifumarate disodium dipotassium monohydrate dihydrate trihydrate hemihydrate anhydrous hydrate`.split(
    /\s+/,
  ),
);
const forms = new Set(
  `tablet tablets capsule capsules injection solution suspension oral cream ointment gel patch extended-release delayed-release immediate-release extended delayed immediate release
  er xr sr ir dr film-coated coated chewable usp kit for`.split(/\s+/),
);

/** A name without salt and form: "METFORMIN HYDROCHLORIDE" is "metformin". A name that is nothing but a salt stays whole. */
export function baseName(name: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\s'-]/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !forms.has(word));
  const kept = words.filter((word) => !salts.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
}

/** True when a stated name is one of a mixture. */
export function isMixture(generics: readonly string[], substances: readonly string[]): boolean {
  const bases = new Set(substances.map(baseName));
  return bases.size > 1 || generics.some((name) => /,|;|\/|\band\b/i.test(name));
}

/** True when one of `stated` is, but for salt and form, one of the names asked for. */
export function isNamed(stated: readonly string[], asked: readonly string[]): boolean {
  const wanted = new Set(asked.map(baseName).filter((name) => name !== ""));
  return stated.some((name) => wanted.has(baseName(name)));
}

/** Names fit for a search phrase: no operators, no quotes, at most `limit` of them. Long texts are questions, not names. */
export function searchNames(names: readonly string[], limit = 5): string[] {
  const clean = names.map((name) =>
    name
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}\s'-]/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return [...new Set(clean.map((name) => name.toLowerCase()))].filter((name) => /\p{L}{2}/u.test(name) && name.length <= 80).slice(0, limit);
}
