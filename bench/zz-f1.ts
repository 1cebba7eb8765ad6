import { readFileSync } from "node:fs";
import { extractClaims } from "@/server/research/claims/core/extract";
import { shortQualifiers } from "./lib/claim-cases";
import { pharmacologyFacts } from "./lib/pharmacology-facts";

for (const text of readFileSync(process.argv[2] ?? "", "utf8")
  .split("\n")
  .filter((x) => x.trim())) {
  console.log("* " + text);
  for (const c of extractClaims({ text, start: 0, end: text.length, facts: pharmacologyFacts })) {
    const v = c.value;
    const s =
      v.kind === "quantity"
        ? `${v.op === "=" ? "" : v.op}${v.approx ? "~" : ""}${v.value ?? `${v.low}..${v.high}`} ${v.unit}`
        : v.kind === "date"
          ? v.earliest + ".." + v.latest
          : String(v.value);
    console.log(
      "    ",
      c.attribute,
      s,
      c.polarity === "denied" ? "DENIED" : "",
      JSON.stringify({
        ...shortQualifiers(c.qualifiers),
        ...(c.qualifiers.term ? { term: c.qualifiers.term, arm: c.qualifiers.arm } : {}),
        ...(c.qualifiers.partner ? { partner: c.qualifiers.partner } : {}),
      }),
    );
  }
}
