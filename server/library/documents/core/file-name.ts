const longest = 255;

/** The last part of a path, without what cannot be shown or would change the reading direction. */
export function tidyFileName(raw: string): string {
  const base = raw.split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (clean === "" || clean === "." || clean === "..") return "unnamed";
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 12)}${clean.slice(-12)}`;
}
