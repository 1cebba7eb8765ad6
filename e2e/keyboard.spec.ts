import type { Locator, Page } from "@playwright/test";
import { account, waitForEnd } from "./acts";
import { expect, test } from "./test";

test("signing in, asking and reading take no pointer", async ({ page }) => {
  const { email, password } = account("Ines Aldana");
  await page.goto("/research");
  await expect(page).toHaveURL(/\/sign-in/);
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your requests");

  await page.goto("/research");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "New request" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New request");

  await tabTo(page, page.getByLabel("Subject"));
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("apixaban");
    await expect(page.getByText("8 of 1,000 characters")).toBeVisible({ timeout: 500 });
  }).toPass();
  await tabTo(page, page.getByRole("button", { name: "None" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Pharmacokinetics"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Start the run" }));
  await page.keyboard.press("Enter");
  await waitForEnd(page);
  await tabTo(page, page.getByRole("link", { name: "Read the edition" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Pharmacokinetics" })).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: /your account/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
});

/** Goes from stop to stop until the focus is there, and can be seen to be there. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < 120; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
  const outlined = await target.evaluate((element) => {
    const { outlineStyle, borderColor } = getComputedStyle(element);
    return outlineStyle !== "none" || borderColor !== "";
  });
  expect(outlined).toBe(true);
}
