// What kind of thing a number measures, from its unit and the words around it.
import { dimensionOf } from "../units";
import type { Atom, QuantityKind } from "./types";

const ageBefore =
  /\b(?:aged?|ages|age of|age (?:range|≥|>|<|was|is)|older than|younger than|over the age of|under the age of|mean age(?: of| was)?)[^.;]{0,24}$/i;
const ageAfter = /^[ -]?(?:of age|old\b|and older|and over|or older|and younger|-old)/i;
const countNoun =
  /^[ -](?:(?:[a-z]+(?:ed|al|ic|ive|y|an|ous|ent|ish|ing|ar)|healthy|adult|human|other|new|male|female|different|large|small|main|independent|American|British|European|Japanese|Chinese) ){0,2}([A-Za-z][a-z]+(?:s|en|people|ple|mice|dice|data|staff))\b/;
const notNouns =
  /^(?:is|was|has|does|this|its|as|us|thus|times|vs|less|plus|versus|hours|always|perhaps|besides|across|towards|afterwards|whereas|unless|them|then|when|often|even|been|seen|taken|given|between|women's)$/i;

/** The kind, and for counts the noun counted. `text` is normalised; `end` is where number and unit end. */
export function kindOf(text: string, atom: Atom, start: number, end: number): { kind: QuantityKind; noun?: string } {
  const code = atom.unit?.code;
  const left = text.slice(Math.max(0, start - 40), start);
  const right = text.slice(end, end + 48);
  if (code === undefined) {
    const noun = countNoun.exec(right)?.[1];
    if (noun !== undefined && !notNouns.test(noun) && Number.isInteger(atom.value)) return { kind: "count", noun: noun.toLowerCase() };
    if (/\bn\s?=\s?$/i.test(left)) return { kind: "count" };
    if (ageBefore.test(left) && atom.value < 130) return { kind: "age" };
    if (/\b(?:day|week|month|visit|cycle) $/i.test(left)) return { kind: "timepoint" };
    return { kind: "pure" };
  }
  if (/^(?:%|\[ppth\])/.test(code)) return { kind: "percent" };
  if (code === "1") return { kind: "fold" };
  if (/^\{[A-Z]{3}\}/.test(code)) return { kind: "currency" };
  if (/^(?:Cel|\[degF\]|K)$/.test(code)) return { kind: "temperature" };
  if (dimensionOf(code) === "T1")
    return { kind: ageAfter.test(right) || (ageBefore.test(left) && /^(?:a|mo|wk|d)$/.test(code)) ? "age" : "duration" };
  if (dimensionOf(code) === "T-1") return { kind: "frequency" };
  return { kind: "measure" };
}
