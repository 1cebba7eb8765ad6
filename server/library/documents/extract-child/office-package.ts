// The parts of an Office file, which point at each other by relationships. Targets outside the file are never followed.
import { readXml } from "./xml.ts";
import { type Archive, Unreadable } from "./zip.ts";

export type Related = { readonly id: string; readonly type: string; readonly part: string };

/** What a part points at inside the file; `part` "" asks for the file's own relationships. */
export function relationshipsOf(archive: Archive, part: string): Related[] {
  const slash = part.lastIndexOf("/");
  const folder = slash < 0 ? "" : part.slice(0, slash);
  const file = archive.part(`${folder === "" ? "" : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`);
  const related: Related[] = [];
  if (!file) return related;
  readXml(file, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      related.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), part: resolvePart(folder, Target) });
    },
  });
  return related;
}

/** A path inside the archive, from the folder of the part that names it. */
export function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The part that holds the document itself. */
export function mainPart(archive: Archive, usual: string): string {
  const stated = relationshipsOf(archive, "").find(({ type, part }) => type === "officeDocument" && archive.names.includes(part))?.part;
  const found = stated ?? archive.names.find((name) => name === usual);
  if (!found) throw new Unreadable("The file is damaged: its text is missing. Open it in the program that made it, save it anew and add it again.");
  return found;
}

/** Title, author and language as the file's properties state them. */
export function coreProperties(archive: Archive): { readonly title: string | null; readonly found: Record<string, string> } {
  const part = relationshipsOf(archive, "").find(({ type }) => type === "core-properties")?.part;
  const file = part === undefined ? null : archive.part(part);
  const values: Record<string, string> = {};
  let open = "";
  if (file) {
    readXml(file, {
      open: (name) => {
        open = name;
      },
      text: (text) => {
        values[open] = (values[open] ?? "") + text.slice(0, 400);
      },
      close: () => {
        open = "";
      },
    });
  }
  const value = (name: string) => values[name]?.replace(/\s+/g, " ").trim() || null;
  const found: Record<string, string> = {};
  const author = value("creator");
  if (author && !/^(?:python-docx|user|admin|microsoft office user)$/i.test(author)) found.author = author;
  const language = /^[a-z]{2}(?![a-z])/i.exec(value("language") ?? "")?.[0].toLowerCase();
  if (language) found.language = language;
  return { title: value("title"), found };
}
