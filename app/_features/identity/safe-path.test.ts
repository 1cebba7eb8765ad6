import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("where somebody goes after signing in", () => {
  it.each(["/research", "/research/01ABC?tab=sources#s-3", "/admin", "/library?q=a%2Fb", "/"])("is %s when that is a page here", (from) => {
    expect(safePath(from)).toBe(from);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    " /research",
    "research",
    "",
    "/api/trpc/x",
    "/sign-in?from=/sign-in",
    `/${"a".repeat(2000)}`,
    null,
    ["/research"],
  ])("is the start page for %j", (from) => {
    expect(safePath(from)).toBe("/research");
  });
});
