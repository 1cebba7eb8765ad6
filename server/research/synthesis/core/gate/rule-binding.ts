// Binding: the words round an item stand together somewhere in the passage, but not where the item stands.
import type { Case } from "./case";
import { type Finding, finding } from "./finding";
import { idfOf } from "./window";

const reach = 6;
const together = 0.5;
const share = 0.6;

/** Items bound to other words in the passage. */
export function checkBinding(c: Case): Finding[] {
  const names = new Set(c.names.flatMap((span) => span.tokens));
  const done = new Set<string>();
  return c.line.items.flatMap((item, index) => {
    if (item.quantity < 0 && !names.has(item.token)) return [];
    if (done.has(item.key)) return [];
    done.add(item.key);
    const lines = item.quantity >= 0 ? (c.places[item.quantity]?.lines ?? []) : (c.analysis.postings.get(item.key) ?? []);
    if (lines.length === 0 || c.analysis.context.keys.has(item.key)) return [];
    const [best, here] = boundAt(c, index, new Set(lines));
    if (best < together || here >= share * best) return [];
    const word = item.quantity >= 0 ? (c.line.quantities[item.quantity]?.text ?? "") : (c.line.tokens[item.token]?.text ?? "");
    return [finding("binding", false, "{s} stands in the passage beside other words than here.", word)];
  });
}

/** Share of the surrounding words' weight held by the best passage sentence, and by the best of `lines`, neighbours counted half. */
function boundAt(c: Case, index: number, lines: ReadonlySet<number>): [number, number] {
  const own = c.line.items[index]?.key;
  const around = new Set<string>();
  for (let k = Math.max(0, index - reach); k <= Math.min(c.line.items.length - 1, index + reach); k++) {
    const item = c.line.items[k];
    if (item && !item.stop && item.key !== own) around.add(item.key);
  }
  const held = new Map<number, number>();
  let total = 0;
  for (const key of around) {
    const weight = idfOf(c.analysis, key);
    total += weight;
    for (const at of c.analysis.postings.get(key) ?? []) held.set(at, (held.get(at) ?? 0) + weight);
  }
  if (total === 0) return [0, 0];
  let best = 0;
  let here = 0;
  for (const [at, weight] of held) {
    best = Math.max(best, weight / total);
    if (lines.has(at)) here = Math.max(here, weight / total);
  }
  return [best, here];
}
