import type { Locator, Page } from "@playwright/test";
import { lines, writePdf } from "@/server/library/documents/testing-pdf";
import { account, signIn, waitForEnd } from "./acts";
import { call, expect, test } from "./test";

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

test("adding a file, turning its pages, asking about it and following a citation take no pointer", async ({ page }) => {
  const pages = ["On the sea", "The keel of the quinquereme is 41 metres long and of oak.", "On the harbour"].map((text) => lines(700, text));
  await page.goto("/sign-in");
  await signIn(page, account("Ines Aldana"));
  await page.goto("/library");
  await tabTo(page, page.getByRole("button", { name: "Choose files" }));
  // Until the page has come alive a press does nothing.
  await expect(async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser", { timeout: 1_000 }), page.keyboard.press("Enter")]);
    await chooser.setFiles({ name: "ships.pdf", mimeType: "application/pdf", buffer: Buffer.from(writePdf(pages, { title: "Of ships" })) });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: "1 file added" })).toBeAttached();
  await expect(page.getByRole("row").filter({ hasText: "ships.pdf" })).toContainText("Ready");
  await tabTo(page, page.getByRole("link", { name: "Of ships" }), "Shift+Tab");
  await page.keyboard.press("Enter");

  await tabTo(page, page.getByRole("region", { name: /^Pages\./ }));
  await page.keyboard.press("n");
  await expect(page.locator("#page-2")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Ask about this" }), "Shift+Tab");
  await page.keyboard.press("Enter");

  await tabTo(page, page.getByLabel("Question", { exact: true }));
  await page.keyboard.type("How long is the keel of the quinquereme?");
  await page.keyboard.press("Control+Enter");
  const answer = page.getByRole("article").first();
  await expect(answer).toContainText("41 metres");
  await tabTo(page, answer.getByRole("link", { name: "Source 1" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Open the passage" }));
  await page.keyboard.press("Enter");
  await expect(page.locator(".pdf #passage")).toContainText("41 metres");
  const [, documentId] = /library\/([0-9A-Z]{26})/.exec(page.url()) ?? [];
  await call(page, "documents.delete", { documentId });
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
