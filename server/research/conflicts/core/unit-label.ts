// UCUM codes are for machines; people read µg, IU, mmHg, 1.73 m².

const readable = new Map(
  Object.entries({
    "1": "",
    ug: "µg",
    uL: "µL",
    umol: "µmol",
    "[iU]": "IU",
    "k[iU]": "kIU",
    "m[iU]": "mIU",
    "u[iU]": "µIU",
    "[arb'U]": "units",
    "[USP'U]": "USP units",
    Cel: "°C",
    "[degF]": "°F",
    "mm[Hg]": "mmHg",
    meq: "mEq",
    u: "Da",
    ku: "kDa",
    "{1.73_m2}": "1.73 m²",
    "%{mass}": "% w/w",
    "[ppth]": "‰",
    "[ppm]": "ppm",
    "[ppb]": "ppb",
    deg: "°",
    um: "µm",
    us: "µs",
  }),
);
/** Alone, these letters read as something else; in a compound (mg/d) they are clear. */
const alone = new Map(Object.entries({ d: "days", wk: "weeks", mo: "months", a: "years" }));
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The readable form of a UCUM code; "" for pure numbers. */
export function unitLabel(code: string): string {
  const word = alone.get(code);
  if (word !== undefined) return word;
  const parts = code.match(/(?:\{[^}]*\}|\[[^\]]*\]|[^./])+|[./]/g) ?? [];
  const text = parts.map((part) => (part === "." ? "·" : part === "/" ? "/" : atomLabel(part))).join("");
  return text.startsWith("/") ? `per${"\u00a0"}${text.slice(1)}` : text;
}

function atomLabel(atom: string): string {
  const known = readable.get(atom);
  if (known !== undefined) return known;
  const power = /^10[*^](-?\d+)$/.exec(atom);
  if (power?.[1]) return `10${raise(power[1])}`;
  const note = /^\{(.*)\}$/.exec(atom);
  if (note?.[1]) return note[1].replaceAll("_", " ");
  const raised = /^([A-Za-z%]+)(-?\d)$/.exec(atom);
  if (raised?.[1] && raised[2]) return (readable.get(raised[1]) ?? raised[1]) + raise(raised[2]);
  return atom.replace(/\{([^}]*)\}/g, (_, words: string) => ` ${words.replaceAll("_", " ")}`).replace(/[[\]]/g, "");
}

function raise(digits: string): string {
  return [...digits].map((c) => (c === "-" ? "⁻" : (superscripts[Number(c)] ?? c))).join("");
}
