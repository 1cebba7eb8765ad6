import { analyse } from "@/server/research/claims/core/analyse";
import { findQuantities } from "@/server/research/claims/core/quantities/find";

for (const t of process.argv.slice(2)) {
  console.log(t);
  for (const q of findQuantities(t)) console.log("   ", q.kind, q.raw, q.value ?? `${q.low}..${q.high}`, q.op, q.unit, q.unitRaw);
  for (const m of analyse(t).marks()) console.log("      mark", m.key, m.value, m.start, m.end);
}
