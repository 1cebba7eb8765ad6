import { expect, test } from "vitest";
import { parseTheme, themeCookieText } from "./theme";

test("only the two themes are a choice", () => {
  expect(parseTheme("dark")).toBe("dark");
  expect(parseTheme("light")).toBe("light");
  expect(parseTheme('dark"><script>')).toBeUndefined();
  expect(parseTheme(undefined)).toBeUndefined();
});
test("the choice is kept for a year and sent to this site alone", () => {
  expect(themeCookieText("dark")).toBe("theme=dark; path=/; max-age=31536000; samesite=lax");
});
