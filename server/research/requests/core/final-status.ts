type Settled = { readonly outcome: "found" | "nothing_found" | "not_searched" | "blocked" | "failed" | null };

/** completed: every category was searched; partial_failure: some were; failed: none was. Finding nothing is no failure. */
export function finalStatus(categories: readonly Settled[]): "completed" | "partial_failure" | "failed" {
  const searched = categories.filter((category) => category.outcome === "found" || category.outcome === "nothing_found").length;
  if (searched === categories.length) return "completed";
  return searched > 0 ? "partial_failure" : "failed";
}
