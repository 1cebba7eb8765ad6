// No key leaves an adapter, not even inside what a service says about it.

const keyLike = /\b(?:sk|xai|pplx|tvly)-[\w*-]{6,}|\bAIza[\w*-]{10,}|\bBearer\s+[\w.*~+/-]{8,}=*/gi;
const shortestKey = 6;

/** The text with the key, and with everything that looks like one, taken out: for what a service says about a failure, and for its body. */
export function redact(text: string, key: string | null): string {
  return withoutKey(text, key).replace(keyLike, "[key]");
}

/** The text with the key taken out, as it is and as JSON and addresses write it: for answers, in which other words may look like keys. */
export function withoutKey(text: string, key: string | null): string {
  if (key === null || key.length < shortestKey) return text;
  const forms = new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)]);
  return [...forms].reduce((rest, form) => rest.replaceAll(form, "[key]"), text);
}
