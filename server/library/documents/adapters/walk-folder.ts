// Regular files under a folder. Hidden entries are skipped, symbolic links are not followed: a link could lead anywhere.
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError, messageOf } from "@/server/platform/errors";

export type FolderFile = { readonly path: string; readonly relative: string };
/** Beyond these a wrong folder was named: a home directory, a disk. */
const mostFiles = 20_000;
const deepest = 32;

/** Files in the order of their names. Rejects when the folder is missing, is a file, or cannot be read. */
export async function walkFolder(folder: string): Promise<FolderFile[]> {
  const root = path.resolve(/* turbopackIgnore: true */ folder);
  const kind = await stat(root).catch((error: unknown) => {
    throw new AppError("bad_request", `The folder ${folder} cannot be opened: ${reasonOf(error)}. Check its name.`, { cause: error });
  });
  if (!kind.isDirectory()) throw new AppError("bad_request", `${folder} is a file, not a folder. Name the folder that holds your documents.`);
  const files: FolderFile[] = [];
  await walk(root, root, 0, files);
  return files;
}

async function walk(root: string, folder: string, depth: number, files: FolderFile[]): Promise<void> {
  if (depth > deepest) return;
  for (const entry of (await entriesOf(folder)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const full = path.join(/* turbopackIgnore: true */ folder, entry.name);
    if (entry.isDirectory()) await walk(root, full, depth + 1, files);
    else if (entry.isFile()) files.push({ path: full, relative: path.relative(root, full) });
    if (files.length > mostFiles)
      throw new AppError("too_large", `The folder holds more than ${mostFiles.toLocaleString("en")} files. Name a smaller one.`);
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new AppError("bad_request", `The folder ${folder} cannot be read: ${reasonOf(error)}. Check its permissions.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Record<string, string> = {
    ENOENT: "it does not exist",
    EACCES: "permission is denied",
    EPERM: "permission is denied",
    ENOTDIR: "it is not a folder",
  };
  return reasons[code] ?? messageOf(error);
}
