// Plain text and Markdown: the text is the file, character by character, so that an offset here is an offset there.
import type { ExtractOutcome } from "../extract-child/outcome";
import { limits } from "../limits";
import { decodeText } from "./decode-text";

/** `charset` is what the text's sender named, used when the bytes are not UTF-8. */
export function readText(bytes: Uint8Array, charset: string | null = null): ExtractOutcome {
  const tooLong: ExtractOutcome = {
    ok: false,
    reason: `The file holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`,
  };
  // No encoding takes more than four bytes for one.
  if (bytes.length > limits.textUnits * 4) return tooLong;
  const decoded = decodeText(bytes, charset ?? undefined);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.length > limits.textUnits) return tooLong;
  const warnings = decoded.guessed
    ? [`The character encoding was guessed to be ${decoded.encoding}. If letters look wrong, save the file as UTF-8.`]
    : [];
  return { ok: true, text, pageStarts: null, headings: null, title: null, stated: {}, found: {}, warnings };
}
