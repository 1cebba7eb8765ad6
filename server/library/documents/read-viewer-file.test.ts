import { expect, test } from "vitest";
import { readViewerFile } from "./read-viewer-file";

test("the worker, a character map, a font and a decoder are served with their types", async () => {
  for (const [folder, name, type] of [
    ["worker", "pdf.worker.min.mjs", "text/javascript; charset=utf-8"],
    ["cmaps", "UniJIS-UTF16-H.bcmap", "application/octet-stream"],
    ["fonts", "LiberationSans-Regular.ttf", "application/octet-stream"],
    ["decoders", "openjpeg_nowasm_fallback.js", "text/javascript; charset=utf-8"],
  ] as const) {
    const file = await readViewerFile({ folder, name });
    expect({ name, type: file.mediaType, full: file.bytes.length > 100 }).toEqual({ name, type, full: true });
  }
});

test.each([
  ["worker", "pdf.sandbox.min.mjs"],
  ["worker", "../../package.json"],
  ["cmaps", "../package.json"],
  ["cmaps", "none.bcmap"],
  ["fonts", "LICENSE_LIBERATION"],
  ["decoders", "quickjs-eval.js"],
  ["constructor", "name"],
  ["", ""],
])("nothing else of the package is served: %s/%s", async (folder, name) => {
  await expect(readViewerFile({ folder, name })).rejects.toMatchObject({ code: "not_found" });
});
