import { readPage as readAsDocument } from "@/server/library/documents/read-page";
import type { ReadPage } from "./visit-page";

/** The words of a page and what it says of itself, read as the library reads documents; null when it cannot be read. */
export const readPage: ReadPage = async (page, signal) => {
  const result = await readAsDocument(page, { signal });
  return result.ok ? result.readable : null;
};
