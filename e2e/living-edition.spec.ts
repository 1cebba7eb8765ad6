import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { waitForEnd } from "./acts";
import { readEdition } from "./pages";
import { places } from "./places";
import { call, expect, test } from "./test";

test.use({ storageState: places.admin });

const news = `---
title: Metformin, a bulletin of this year
date: 2026-10
tier: 4
publisher: Example Bulletin
---
# Metformin

In healthy adults the elimination half-life of metformin in plasma was 31 hours.
`;

test("an edition is ruled on, run again and watched, and what differs is told with its cause", async ({ page }) => {
  test.setTimeout(240_000);
  const { id: first } = await call<{ id: string }>(page, "requests.submit", {
    subject: "metformin",
    pack: "pharma",
    categories: ["pharmacokinetics", "regulatory_status"],
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`/research/${first}`);
  await waitForEnd(page);

  await test.step("a conflict is ruled on by hand, by keyboard, and not without a reason", async () => {
    await page.goto(`/research/${first}/conflicts?state=conflict`);
    const entry = page.locator("article.entry").first();
    await entry.getByText("Rule on it by hand").focus();
    await page.keyboard.press("Enter");
    const form = entry.getByRole("form");
    await form.getByRole("button", { name: "Record the override" }).click();
    await expect(form.getByText("Choose what should stand.")).toBeVisible();
    await expect(form.getByText("Say why: readers of the edition will see it.")).toBeVisible();
    await form.getByLabel("Leave it open").check();
    await form.getByLabel("Reason, required").fill("Both registers may be right: one dates the letter, the other the launch.");
    await axe(page);
    await form.getByRole("button", { name: "Record the override" }).click();
    await expect(page.getByText(/^Override recorded\. The confidence goes from \d+ to \d+/)).toBeVisible();
    await page.goto(`/research/${first}/conflicts?state=open`);
    const ruled = page.locator("article.entry").filter({ hasText: "Open, by hand" });
    await expect(ruled).toContainText("left open, Ines Aldana");
    await expect(ruled).toContainText("one dates the letter");
    await expect(ruled).toContainText("Strategy said");
  });

  const second = await test.step("it is run again, the ruling goes along, and nothing changed is said plainly", async () => {
    await page.goto(`/research/${first}/changes`);
    await expect(page.getByText("This is the only edition so far.")).toBeVisible();
    const id = await runAgain(page);
    await page.goto(`/research/${id}/changes`);
    await expect(page.getByRole("heading", { name: "Nothing changed" })).toBeVisible();
    await page.goto(`/research/${id}/conflicts?state=open`);
    await expect(page.locator("article.entry").filter({ hasText: "on an earlier edition" })).toHaveCount(1);
    return id;
  });

  await test.step("a further document changes a field, and is named as the cause", async () => {
    const response = await page.request.post("/api/library/upload", { headers: { "x-file-name": "bulletin.md" }, data: news });
    expect(response.ok()).toBe(true);
    const { documentId } = (await response.json()) as { documentId: string };
    await expect
      .poll(async () =>
        (await page.request.get(`/api/trpc/documents.get?input=${encodeURIComponent(JSON.stringify({ json: { documentId } }))}`)).text(),
      )
      .toContain('"status":"ready"');
    await page.goto(`/research/${second}/changes`);
    const third = await runAgain(page);
    await page.goto(`/research/${third}/changes`);
    await expect(page.getByRole("heading", { name: /^\d+ of \d+ fields changed$/ })).toBeVisible();
    const field = page.locator("article.change").filter({ hasText: "31" }).first();
    await expect(field).toContainText("New source");
    await expect(field).toContainText("Metformin, a bulletin of this year was not in the edition before.");
    await expect(page.getByRole("navigation", { name: "Editions of this subject" }).getByRole("listitem")).toHaveCount(3);
    await axe(page);
    await page.getByRole("navigation", { name: "Editions of this subject" }).getByRole("link").first().click();
    await expect(page).toHaveURL(new RegExp(`against=${first}`));
    await expect(page.getByRole("heading", { name: /fields changed$/ })).toBeVisible();
    expect((await readEdition(page, third)).request).toMatchObject({ series: first, previous: second });
  });

  await test.step("a watch is set, paused and stopped", async () => {
    await page.getByLabel("Run again").selectOption("weekly");
    await page.getByRole("button", { name: "Watch this" }).click();
    await expect(page.getByText(/^Next on \d/)).toBeVisible();
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Paused: no run is due.")).toBeVisible();
    await page.goto("/research");
    await expect(page.getByRole("table", { name: "Your watched subjects" }).getByRole("link", { name: "metformin" })).toBeVisible();
    await page.getByRole("table", { name: "Your watched subjects" }).getByRole("link", { name: "metformin" }).click();
    await page.getByRole("button", { name: "Stop watching" }).click();
    await expect(page.getByRole("button", { name: "Watch this" })).toBeVisible();
  });
});

/** Presses the button and waits for the end of what it started; the new edition's id. */
async function runAgain(page: Page): Promise<string> {
  const before = page.url();
  await page.getByRole("button", { name: /^Run again/ }).click();
  await page.waitForURL((url) => url.href !== before && /\/research\/[^/]+$/.test(url.pathname));
  await waitForEnd(page);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function axe(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 900 });
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1440, height: 900 });
}
