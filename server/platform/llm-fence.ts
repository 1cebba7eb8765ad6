// Text of third parties in a prompt: fenced, so that it is told apart from the question. A text can neither close its fence nor open another:
// its own markers are broken, and the fence carries a name that is derived from the texts themselves and so cannot stand in them.
import { sha256 } from "./hash";

export type Fenced = { readonly id: string; readonly text: string /** Said of it by this program, such as its number. */; readonly note?: string };

/** What stands between two letters of a marker without showing: format characters, combining marks, variation selectors. */
const hidden = "[\\p{Cf}\\p{Mn}\\s]*";
const letters = (word: string): string => [...word].join(hidden);
const marker = new RegExp(`[<＜‹〈﹤]${hidden}(?=[/／⁄∕]?${hidden}(?:${["passage", "claim", "system", "facts"].map(letters).join("|")}))`, "giu");

/** `text` with every marker of a fence broken; nothing else is changed, and the length stays except for what stands hidden in a marker. */
export function neutralise(text: string): string {
  return text.replace(marker, "(");
}

/** A name for the fences of these texts: whoever wrote one of them cannot have written it. */
export function fenceName(texts: readonly string[]): string {
  return sha256(texts.join("\u0000")).slice(0, 10);
}

/** Each text between `<passage id="...">` and `</passage ...>`. Ids must be the caller's own, of letters, digits and dashes. */
export function fence(kind: "passage" | "claim", entries: readonly Fenced[], name: string): string {
  return entries
    .map(({ id, text, note }) => {
      const said = note === undefined ? "" : ` note="${oneLine(note, 120).replaceAll('"', "'")}"`;
      return `<${kind} id="${id}" fence="${name}"${said}>\n${neutralise(text)}\n</${kind} fence="${name}">`;
    })
    .join("\n\n");
}

/** A short text of a user or a source inside a sentence of the prompt: one line, no marker, bounded. */
export function oneLine(text: string, most: number): string {
  return neutralise(text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[<>{}]/g, "")
    .trim()
    .slice(0, most);
}

/** Fills `{name}` placeholders in one pass, so that a value is never read for placeholders itself; unknown ones stay. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
}
