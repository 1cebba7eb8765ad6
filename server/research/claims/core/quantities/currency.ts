// Money: sign or code before or after the number, and the sizes and "per" that may follow it.
import { scanUnit } from "../unit-scan";

const signs: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  "£": "GBP",
  "€": "EUR",
  "¥": "JPY",
  "₹": "INR",
  A$: "AUD",
  C$: "CAD",
  HK$: "HKD",
  "₩": "KRW",
};
const codes = "USD|EUR|GBP|JPY|CHF|CAD|AUD|CNY|RMB|INR|SEK|NOK|DKK|PLN|BRL|MXN|KRW|SGD|HKD|NZD|ZAR|TRY|ILS";
const words: Readonly<Record<string, string>> = {
  dollar: "USD",
  dollars: "USD",
  "us dollars": "USD",
  euro: "EUR",
  euros: "EUR",
  "pounds sterling": "GBP",
  "pound sterling": "GBP",
  pounds: "GBP",
  yen: "JPY",
  yuan: "CNY",
  rupees: "INR",
  "swiss francs": "CHF",
  cents: "USD",
  cent: "USD",
};
const beforeNumber = new RegExp(`(?:^|[^A-Za-z])(-|−)?((?:US|A|C|HK)?\\$|[£€¥₹₩]|(?:${codes})\\s?|Rs\\.?\\s?)(-|−)?\\s?$`);
const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  m: 1e6,
  M: 1e6,
  mm: 1e6,
  mn: 1e6,
  b: 1e9,
  B: 1e9,
  bn: 1e9,
  t: 1e12,
  T: 1e12,
  tn: 1e12,
};
const sizeAfter = /(k|K|mm|mn|m|M|bn|b|B|tn|t|T)(?![A-Za-z\d])/y;
const nameAfter = new RegExp(
  `\\s?(?:([£€¥₹])|(${codes})\\b|(us dollars|dollars?|euros?|pounds? sterling|(?<=illion )pounds|yen|yuan|rupees|swiss francs|cents?)\\b)`,
  "iy",
);

/** Currency that ends right before offset `at`; `sign` is -1 for "$-5" and "-$5". */
export function currencyBefore(text: string, at: number): { start: number; code: string; sign: number } | null {
  const left = text.slice(Math.max(0, at - 8), at);
  const match = beforeNumber.exec(left);
  if (!match) return null;
  const symbol = (match[2] ?? "").trim();
  const code = signs[symbol] ?? (symbol.startsWith("Rs") ? "INR" : symbol === "RMB" ? "CNY" : symbol);
  const shown = (match[1] ?? "") + (match[2] ?? "") + (match[3] ?? "");
  const blank = left.length - left.trimEnd().length;
  return { start: at - shown.trimEnd().length - blank, code: `{${code}}`, sign: match[1] || match[3] ? -1 : 1 };
}

/** What follows the number of an amount: a size, a currency name, "per" something. `code` is the currency already seen, if any. */
export function currencyAfter(text: string, at: number, code: string | null): { end: number; code: string; times: number } | null {
  let end = at;
  let times = 1;
  let unit = code;
  sizeAfter.lastIndex = end;
  const size = code ? sizeAfter.exec(text) : null;
  if (size) {
    times = sizes[size[1] ?? ""] ?? 1;
    end = sizeAfter.lastIndex;
  }
  if (!unit) {
    nameAfter.lastIndex = end;
    const name = nameAfter.exec(text);
    if (!name) return null;
    const word = name[3]?.toLowerCase();
    const found = signs[name[1] ?? ""] ?? (word ? words[word] : name[2]?.toUpperCase());
    if (!found || (name[2] && name[2] !== name[2].toUpperCase())) return null;
    unit = `{${found === "RMB" ? "CNY" : found}}`;
    if (word?.startsWith("cent")) times = 0.01;
    end = nameAfter.lastIndex;
  }
  const per = /^(?:\s?\/\s?|\sper\s|\san?\s)/.exec(text.slice(end, end + 6))?.[0];
  const below = per ? scanUnit(text, end + per.length) : null;
  if (per && below && !below.code.startsWith("/"))
    return { end: below.end, code: `${unit}/${/[./]/.test(below.code) ? `(${below.code})` : below.code}`, times };
  return { end, code: unit, times };
}
