// The files that draw a PDF in the browser: the worker, character maps, fonts and decoders of the viewer's own package, and nothing else of it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { notFound } from "@/server/platform/errors";

export type ViewerFile = { readonly bytes: Uint8Array; readonly mediaType: string };

/** Where a file of each folder lies in the package, and what it may be called. */
const folders: Readonly<Record<string, { readonly at: string; readonly name: RegExp; readonly mediaType: string }>> = {
  worker: { at: "legacy/build", name: /^pdf\.worker\.min\.mjs$/, mediaType: "text/javascript; charset=utf-8" },
  cmaps: { at: "cmaps", name: /^[\w-]{1,60}\.bcmap$/, mediaType: "application/octet-stream" },
  fonts: { at: "standard_fonts", name: /^[\w-]{1,60}\.(?:pfb|ttf)$/, mediaType: "application/octet-stream" },
  profiles: { at: "iccs", name: /^[\w-]{1,60}\.icc$/, mediaType: "application/octet-stream" },
  decoders: { at: "wasm", name: /^(?:openjpeg|jbig2)_nowasm_fallback\.js$/, mediaType: "text/javascript; charset=utf-8" },
};

/** A file of the viewer by its folder and name; everything that is not on the list is not found. */
export async function readViewerFile({ folder, name }: { folder: string; name: string }): Promise<ViewerFile> {
  const known = Object.hasOwn(folders, folder) ? folders[folder] : undefined;
  if (!known?.name.test(name)) throw notFound("file");
  try {
    const bytes = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/pdfjs-dist", known.at, name));
    return { bytes, mediaType: known.mediaType };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw notFound("file");
    throw error;
  }
}
