import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type NamedPage, pagesOf } from "./pages";
import { places } from "./places";
import { expect, firstRequest, refusals, test } from "./test";

test.use({ expectedInConsole: refusals });

const visitorPages: readonly NamedPage[] = [
  { name: "sign-in", address: "/sign-in" },
  { name: "sign-up", address: "/sign-up" },
  { name: "no-page-visitor", address: "/no-such-page" },
];

for (const theme of ["light", "dark"] as const) {
  test.describe(`${theme}`, () => {
    test.use({ colorScheme: theme });

    test("the pages of visitors hold to the rules of access at every width", async ({ page }) => {
      for (const each of visitorPages) await test.step(each.name, () => check(page, each, theme));
    });

    test.describe(() => {
      test.use({ storageState: places.admin });
      test("the pages of the house hold to the rules of access at every width", async ({ page }) => {
        test.setTimeout(480_000);
        for (const each of await pagesOf(page, firstRequest())) await test.step(each.name, () => check(page, each, theme));
      });
    });
  });
}

/**
 * axe finds nothing wide or narrow, and nothing scrolls the page sideways on the narrowest. A theme changes colours and nothing else: the dark one is
 * held to the rules about colour.
 */
async function check(page: Page, { name, address }: NamedPage, theme: "light" | "dark"): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await (theme === "dark"
      ? new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"])
      : new AxeBuilder({ page })
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 4)
          .join(" | ")}`,
    );
    expect.soft(found, `${name} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 900 });
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(widest, `${name} at 360 px`).toBeLessThanOrEqual(360);
}
