// A drug is asked for by its ingredient, with its brands and salts as other names. What RxNorm does not know, or cannot say in time, goes on as typed.
import type { FoundConcept } from "../providers/find-drug";
import type { SubjectIdentity } from "../requests/schema";

type Find = (name: string, signal: AbortSignal) => Promise<FoundConcept>;

/** A run must not wait longer for a name. */
const longestMs = 5000;
/** More words than this are a question, not a name. */
const mostWords = 8;

/** The drug's ingredient, other names and RxCUI. Never fails and never takes longer than five seconds; why a name stays as typed stands in `note`. */
export async function resolveDrug(subject: string, find: Find, cancelled: AbortSignal, withinMs = longestMs): Promise<SubjectIdentity> {
  const asTyped = (note: string): SubjectIdentity => ({ name: subject, aliases: [], ids: {}, resolvedBy: "as typed", note });
  if (subject.length > 120 || subject.trim().split(/\s+/).length > mostWords || !/\p{L}{2}/u.test(subject)) {
    return asTyped("This is not the name of a drug, so RxNorm was not asked.");
  }
  const late = AbortSignal.timeout(withinMs);
  try {
    const found = await find(subject.trim(), AbortSignal.any([cancelled, late]));
    if (found.kind === "failed") return asTyped(`The name was not resolved: ${found.error.message}`);
    if (found.kind === "unknown")
      return asTyped(`RxNorm does not know this name.${found.closest ? ` The closest name there is ${found.closest}.` : ""}`);
    const { rxcui, name, ingredients, salts, brands } = found.concept;
    const aliases = [...new Set([...salts, ...brands])].filter((alias) => alias.toLowerCase() !== name.toLowerCase());
    const mixture = ingredients.length > 1;
    return {
      name,
      // A mixture's parts are other drugs: their names would bring what is said of them alone.
      aliases: mixture ? brands.filter((brand) => brand.toLowerCase() !== name.toLowerCase()) : aliases,
      ids: { rxcui },
      resolvedBy: "RxNorm register",
      ...(mixture ? { note: `A mixture of ${ingredients.join(", ")}.` } : {}),
    };
  } catch (error) {
    if (late.aborted && !cancelled.aborted)
      return asTyped(`The name was not resolved: RxNorm did not answer within ${Math.round(withinMs / 1000)} s.`);
    throw error;
  }
}
