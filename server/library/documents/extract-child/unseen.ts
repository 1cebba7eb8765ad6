// What stands in the markup of a page and is not seen by who reads it.

const unseen = "script,style,noscript,template,svg,iframe,object,embed,canvas,video,audio,dialog,[aria-hidden=true]";
/** What moves in and out of sight as a page is used: that it is hidden now says nothing. */
const around = "nav,aside,footer,form,button,select,menu,details,[role=navigation],[role=menu],[role=dialog],[role=tabpanel]";

/** Takes out what a reader of the page does not see; how many characters of text it hid from its readers. */
export function withoutUnseen(document: Document): number {
  for (const element of [...document.querySelectorAll(unseen)]) element.remove();
  let hidden = 0;
  for (const element of [...document.querySelectorAll("[hidden],[style]")]) {
    if (!element.hasAttribute("hidden") && !isHiddenStyle(element.getAttribute("style") ?? "")) continue;
    if (!element.closest(around)) hidden += (element.textContent ?? "").replace(/\s+/g, " ").trim().length;
    element.remove();
  }
  return hidden;
}

/** Whether a style attribute takes its element out of sight: by saying so, by size, by place, or by its colour. */
export function isHiddenStyle(style: string): boolean {
  const rules = new Map(
    style
      .slice(0, longestStyle)
      .toLowerCase()
      .split(";")
      .map((rule): [string, string] => {
        const colon = rule.indexOf(":");
        return [
          rule.slice(0, Math.max(0, colon)).trim(),
          rule
            .slice(colon + 1)
            .replace("!important", "")
            .trim(),
        ];
      }),
  );
  const of = (name: string) => rules.get(name) ?? "";
  if (of("display") === "none" || /^(?:hidden|collapse)$/.test(of("visibility")) || /^0(?:\.0+)?%?$/.test(of("opacity"))) return true;
  const size = lengthOf(of("font-size"));
  if (size !== null && size <= 1) return true;
  if (/hidden|clip/.test(of("overflow")) && (isNothing(of("height")) || isNothing(of("width")) || isNothing(of("max-height")))) return true;
  if (/absolute|fixed/.test(of("position")) && ["left", "top", "right", "bottom"].some((side) => isFarOut(of(side)))) return true;
  if (isFarOut(of("text-indent"))) return true;
  return isSameColour(of("color"), of("background-color") || of("background"));
}

const longestStyle = 2_000;

/** In pixels; null for what is relative or unreadable. */
function lengthOf(value: string): number | null {
  const [, number, unit] = /^(-?[\d.]+)(px|pt)?$/.exec(value) ?? [];
  return number === undefined || (unit === undefined && Number(number) !== 0) ? null : Number(number);
}

function isNothing(value: string): boolean {
  const length = lengthOf(value);
  return length !== null && length <= 1;
}

function isFarOut(value: string): boolean {
  const length = lengthOf(value);
  return length !== null && length <= -999;
}

/** The same colour on itself; white with no background is white on the page's own white. */
function isSameColour(colour: string, background: string): boolean {
  const front = plainColour(colour);
  if (front === null || front === "transparent") return front === "transparent";
  if (background === "") return front === "ffffff";
  return front === plainColour(background);
}

function plainColour(value: string): string | null {
  if (value === "white") return "ffffff";
  if (value === "black") return "000000";
  if (value === "transparent") return value;
  const [, hex] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value) ?? [];
  if (hex) return hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const [, ...parts] = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+))?\s*\)$/.exec(value) ?? [];
  if (parts.length < 3) return null;
  if (parts[3] !== undefined && Number(parts[3]) === 0) return "transparent";
  return parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("");
}

/** Pages that people make have some dozens of levels; parsers need time by the square of them. */
const deepest = 3_000;
/** These end where the next one begins, and these have no inside. */
const unclosed =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|rt|rp|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!|\?)/i;

/** Whether markup opens more elements within each other than any page, told without parsing it. */
export function isTooDeep(markup: string): boolean {
  let depth = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at + 1)) {
    const next = markup.charCodeAt(at + 1);
    if (next === 47) depth = Math.max(0, depth - 1);
    else if (isLetter(next) && !unclosed.test(markup.slice(at + 1, at + 10).replace(/[^a-z].*$/is, ""))) depth += 1;
    if (depth > deepest) return true;
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
