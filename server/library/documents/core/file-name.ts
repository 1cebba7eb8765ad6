const longest = 255;

/** Names that Windows keeps for devices: a file of that name could not be saved there. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/** The last part of a path, without what cannot be shown or would change the reading direction. */
export function tidyFileName(raw: string): string {
  const base = raw.split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/[ .]+$/, "")
    .trim();
  if (reserved.test(clean)) return `_${clean}`;
  if (clean === "" || clean === "." || clean === "..") return "unnamed";
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 12)}${clean.slice(-12)}`.toWellFormed();
}
