import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "./canonical-url";

describe("the canonical address", () => {
  it.each([
    ["HTTPS://Example.ORG:443/Label/", "https://example.org/Label"],
    ["http://example.org/a", "https://example.org/a"],
    ["http://example.org:8080/a", "http://example.org:8080/a"],
    ["https://example.org", "https://example.org"],
    ["https://example.org/#top", "https://example.org"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://www.example.org/a", "https://www.example.org/a"],
    ["https://example.org/a?utm_source=openai&b=2&a=1&fbclid=x", "https://example.org/a?a=1&b=2"],
    ["https://example.org/a//b/%7euser/%e2%82%ac", "https://example.org/a/b/~user/%E2%82%AC"],
    ["https://example.org/app#!/route", "https://example.org/app#!/route"],
    ["https://bücher.example/x", "https://xn--bcher-kva.example/x"],
    ["https://example.org/p?id=7&id=3", "https://example.org/p?id=7&id=3"],
  ])("of %s is %s", (given, expected) => {
    expect(canonicalUrl(given)).toBe(expected);
  });

  it.each([
    "",
    "example.org/a",
    "ftp://example.org/a",
    "javascript:alert(1)",
    "https://",
    "https://user:secret@example.org/",
    `https://example.org/${"a".repeat(5000)}`,
  ])("is not there for %s", (given) => {
    expect(canonicalUrl(given)).toBeNull();
  });

  it("is its own canonical form", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicalUrl(url);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });
});
