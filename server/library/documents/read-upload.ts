// One file out of an HTTP request: the bare bytes with an `x-file-name` header, or one file field of a form.
import { readBody } from "@/server/http/read-body";
import { AppError } from "@/server/platform/errors";
import { tooLarge } from "./add-document";

export type Upload = { readonly bytes: Uint8Array; readonly fileName: string };

/** What a form's own lines may take beside the file. */
const formOverhead = 64 * 1024;

/** Reads at most `maxBytes` of a file and stops in the middle of a longer one. */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const isForm = type.toLowerCase().startsWith("multipart/form-data");
  const allowed = isForm ? maxBytes + formOverhead : maxBytes;
  const body = await readBody(request, allowed, () => tooLarge(maxBytes));
  if (isForm) return fromForm(body, type, maxBytes);
  const name = request.headers.get("x-file-name");
  if (!name) throw new AppError("bad_request", "The upload has no file name. Send it in the x-file-name header, or send a form with one file.");
  return { bytes: body, fileName: decodeName(name) };
}

async function fromForm(body: Uint8Array<ArrayBuffer>, type: string, maxBytes: number): Promise<Upload> {
  let form: FormData;
  try {
    form = await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    throw new AppError("bad_request", "The upload was cut off or is not a form. Nothing was kept; send it again.", { cause: error });
  }
  const files = [...form.values()].filter((value) => typeof value !== "string");
  const [file] = files;
  if (!file || files.length > 1) throw new AppError("bad_request", "Send exactly one file in a request.");
  if (file.size > maxBytes) throw tooLarge(maxBytes);
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
}

/** Header values are ASCII: other characters come percent-encoded. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
