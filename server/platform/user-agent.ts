/** How Variorum names itself to services and sites; `contact` is what polite pools ask for, empty when the operator gave none. */
export function userAgent(contact: string): string {
  // Header values are Latin-1 at most; anything else would make the request throw.
  const clean = contact.replace(/[^\x20-\x7e]/g, "").trim();
  return clean === "" ? "Variorum/0.1" : `Variorum/0.1 (${clean})`;
}
