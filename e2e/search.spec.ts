import AxeBuilder from "@axe-core/playwright";
import { account, signIn } from "./acts";
import { expect, firstRequest, test } from "./test";

test("everything is found from everywhere by keys alone", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, account("Ines Aldana"));
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog", { name: "Search everything" })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const box = page.getByRole("combobox", { name: /^Search documents/ });
  await expect(box).toBeFocused();
  await expect(page.getByRole("option", { name: /^New request/ })).toBeVisible();

  await page.keyboard.type("metformin");
  await expect(page.getByRole("group", { name: "Passages" }).getByRole("option").first()).toContainText(/metformin/i);
  await expect(page.getByRole("group", { name: "Documents" }).getByRole("option").first()).toContainText(/metformin/i);
  await expect(page.getByRole("group", { name: "Editions" }).getByRole("option").first()).toContainText("metformin");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("metfromin");
  await page.getByRole("button", { name: "metformin", exact: true }).click();
  await expect(box).toHaveValue("metformin");

  await box.fill("metformin");
  const edition = page.getByRole("group", { name: "Editions" }).getByRole("option").first();
  await expect(edition).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(edition).toHaveAttribute("aria-selected", "true", { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/research/(?:${firstRequest()}|[0-9A-Z]{26})$`));
});

test("the library's search keeps to phrases and fields, marks what it found, and says what it passed over", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, account("Ines Aldana"));
  await page.goto(`/library?q=${encodeURIComponent('"lactic acidosis" lang:en')}`);
  const found = page.getByRole("region", { name: /passages?$/ }).getByRole("listitem");
  await expect(found.first().locator("mark").first()).toHaveText(/lactic acidosis/i);
  await expect(page.getByText(/^Best first\. Lexical search/)).toBeVisible();
  await page.goto(`/library?q=${encodeURIComponent("kind:novel dose")}`);
  await expect(page.getByText(/^kind:novel was searched as words/)).toBeVisible();
  await page.goto(`/library?q=${encodeURIComponent("Rom 8:28")}`);
  await expect(found.first()).toContainText(/Romans|Rom/);
});
