// What a reader sees when a page breaks in his browser: the test breaks something that the page calls while it comes alive.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { places } from "./places";
import { expect, test } from "./test";

test.use({ storageState: places.admin, expectedInConsole: [/A test breaks this page|Error occurred|thrown/] });

async function says(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be made");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByText("What you had saved is kept")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

test("a page that breaks says so inside the house, and trying again brings it back", async ({ page }) => {
  await page.addInitScript(() => {
    const whole = crypto.randomUUID.bind(crypto);
    let broken = true;
    Reflect.set(crypto, "randomUUID", () => {
      if (broken) throw new Error("A test breaks this page.");
      return whole();
    });
    addEventListener("mend", () => {
      broken = false;
    });
  });
  await page.goto("/research/new");
  await says(page);
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("mend")));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Subject")).toBeVisible();
});

test("a house whose frame breaks says so on a page of its own", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "onLine", {
      get: () => {
        throw new Error("A test breaks this page.");
      },
    });
  });
  await page.goto("/research");
  await says(page);
  await expect(page.getByRole("navigation", { name: "Rooms" })).toHaveCount(0);
});
