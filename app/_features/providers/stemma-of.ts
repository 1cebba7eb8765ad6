// From witnesses to a stemma. Sources that are one voice stand as one; what was only retrieved is drawn where somebody else cites it.
import type { Witness, WitnessSource } from "@/server/research/editions/panel/schema";
import type { StemmaInput } from "./stemma";
import { restsOn } from "./witness-words";

/** More voices than this are not drawn: those with the most answers behind them are kept. */
const mostVoices = 12;
const longestLabel = 17;

export function stemmaOf(witnesses: readonly Witness[]): StemmaInput {
  const voices = new Map<string, { label: string; number: number | null; citedBy: Set<string>; retrievedBy: Set<string> }>();
  for (const witness of witnesses) {
    for (const source of witness.sources) {
      const key = keyOf(source);
      const voice = voices.get(key) ?? { label: labelOf(source), number: source.number, citedBy: new Set(), retrievedBy: new Set() };
      if (source.number !== null && (voice.number === null || source.number < voice.number)) {
        voice.number = source.number;
        voice.label = labelOf(source);
      }
      (restsOn(witness.kind, source.role) ? voice.citedBy : voice.retrievedBy).add(witness.provider);
      voices.set(key, voice);
    }
  }
  const drawn = [...voices]
    .filter(([, voice]) => voice.citedBy.size > 0)
    .sort(([, a], [, b]) => b.citedBy.size - a.citedBy.size || (a.number ?? 0) - (b.number ?? 0))
    .slice(0, mostVoices);
  return {
    sources: drawn.map(([key, { label, number }]) => ({ key, label, number })),
    answers: witnesses.map((witness) => ({ key: witness.provider, label: witness.name, end: endOf(witness) })),
    edges: drawn.flatMap(([source, { citedBy, retrievedBy }]) => [
      ...[...citedBy].map((answer) => ({ source, answer, role: "cited" as const })),
      ...[...retrievedBy].filter((answer) => !citedBy.has(answer)).map((answer) => ({ source, answer, role: "retrieved" as const })),
    ]),
  };
}

/** The whole drawing in words. */
export function stemmaWords(witnesses: readonly Witness[]): string {
  const { sources, edges } = stemmaOf(witnesses);
  const numbers = new Map(sources.map(({ key, number, label }) => [key, number === null ? label : `source ${number}`]));
  const parts = witnesses.map((witness) => {
    if (endOf(witness) === "unnamed") return `${witness.name} cites no source`;
    if (endOf(witness) === "none") return `${witness.name} brought nothing`;
    const of = (role: "cited" | "retrieved") => edges.filter((edge) => edge.answer === witness.provider && edge.role === role);
    const on = of("cited").map((edge) => numbers.get(edge.source) ?? "");
    return on.length === 0 ? `${witness.name} cites none of what it found` : `${witness.name} rests on ${on.join(", ")}`;
  });
  return `Stemma: ${parts.join("; ")}.`;
}

function endOf(witness: Witness): "named" | "unnamed" | "none" {
  if (witness.standing === "ungrounded") return "unnamed";
  return witness.sources.length === 0 ? "none" : "named";
}

function keyOf(source: WitnessSource): string {
  return source.voice ?? source.url ?? source.title;
}

/** Titles of one subject begin alike, so that the host tells more where there is one. */
function labelOf({ title, url }: WitnessSource): string {
  const host = url === null ? undefined : URL.parse(url)?.hostname.replace(/^www\./, "");
  const label = host || title;
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}\u2026`;
}
