// No key leaves an adapter, not even inside what a service says about it.

const keyLike = /\b(?:sk|xai|pplx|tvly)-[\w*-]{6,}|\bAIza[\w*-]{10,}|\bBearer\s+[\w.*~+/-]{8,}=*/gi;
const shortestKey = 6;

/** The text with the key, and with everything that looks like one, taken out. */
export function redact(text: string, key: string | null): string {
  const withoutKey = key !== null && key.length >= shortestKey ? text.replaceAll(key, "[key]") : text;
  return withoutKey.replace(keyLike, "[key]");
}
