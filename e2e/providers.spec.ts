import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { account, signUp } from "./acts";
import { readEdition } from "./pages";
import { call, expect } from "./test";
import { test } from "./with-standins";

test.use({ house: "providers" });

const slug = "pharmacokinetics";

test("a category provider by provider: words and their sources, agreement at a glance, the raw answer, and one provider asked again", async ({
  page,
  standins,
}) => {
  test.setTimeout(240_000);
  // A key that is refused is not tried again.
  standins.faults.set({ standin: "xai", fault: "401" });
  await signUp(page, account("Ines Aldana"));
  const { id } = await call<{ id: string }>(page, "requests.submit", {
    subject: "metformin",
    pack: "pharma",
    categories: [slug],
    idempotencyKey: crypto.randomUUID(),
  });
  const panel = `/research/${id}/providers/${slug}`;
  await expect.poll(async () => (await readEdition(page, id)).request.status, { timeout: 90_000 }).toBe("completed");
  await page.goto(panel);

  await test.step("facts stand down and providers across, also one that gave no answer", async () => {
    const matrix = page.getByRole("table", { name: /^Facts by row, providers by column/ });
    for (const name of ["OpenAI", "Perplexity", "xAI", "Gemini", "Tavily", "openFDA", "DailyMed", "PubMed"])
      await expect(matrix.getByRole("columnheader", { name })).toBeVisible();
    const row = matrix.getByRole("row", { name: /Elimination half-life/ });
    await expect(row.getByRole("img", { name: "no answer" })).toHaveCount(1);
    expect(await row.locator(".cell").count()).toBeGreaterThan(7);
  });

  await test.step("the page holds to the rules of access, wide and narrow", () => holds(page, [1440, 360]));

  const openai = page.getByRole("article", { name: "OpenAI" });
  const xai = page.getByRole("article", { name: "xAI" });
  await test.step("who failed says why and after how many tries", async () => {
    await expect(xai.getByText("Failed")).toBeVisible();
    await expect(xai.getByRole("list", { name: "Tries that failed" })).toContainText("Try 1.");
    await expect(xai.getByText("Nothing was charged.")).toBeVisible();
  });

  await test.step("a sentence leads to the source that the engine points at", async () => {
    const cite = openai
      .locator(".witness__said")
      .getByRole("link", { name: /^Source \d+$/ })
      .first();
    const number = await cite.textContent();
    await cite.click();
    await expect(page.locator(`#source-${number}`)).toBeInViewport();
    await page.goBack();
  });

  await test.step("the answer can be read as it came, as text, and taken along", async () => {
    await page.getByRole("link", { name: "Read the raw answer of OpenAI" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "OpenAI, as it came" })).toBeVisible();
    await expect(page.locator("pre")).toContainText("response.created");
    await holds(page, [360]);
    const file = await page.request.get(`/api/research/${id}/answers/${slug}/openai`);
    expect(file.headers()).toMatchObject({ "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" });
    expect(await file.text()).toContain("response.completed");
    await page.goto(panel);
  });

  await test.step("one provider is asked again at a price that is said; the others are not", async () => {
    standins.faults.clear();
    const asked = () => standins.ledger.read().totals;
    const before = asked();
    await expect(xai.getByText(/^about \$0\.\d+; the others/)).toBeVisible();
    await xai.getByRole("button", { name: "Ask xAI again" }).click();
    await expect(xai.getByText("Answered", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("this page follows it")).toHaveCount(0, { timeout: 60_000 });
    const after = asked();
    expect((after.xai?.calls ?? 0) - (before.xai?.calls ?? 0)).toBe(1);
    for (const other of ["openai", "perplexity", "gemini", "tavily", "openfda"]) expect(after[other], other).toEqual(before[other]);
    const edition = await readEdition(page, id);
    expect(edition.request.status).toBe("completed");
    expect(edition.categories[0]?.coverage).toMatchObject({ blocked: [] });
  });

  await test.step("who chooses providers sees state and price of each; whoever administers them, how they fare", async () => {
    await page.goto("/research/new");
    const row = page.getByRole("row", { name: /OpenAI/ });
    await expect(row).toContainText("key set");
    await expect(row).toContainText(/\$0\.\d{3}/);
    await expect(page.getByLabel("Ask everything anew")).not.toBeChecked();
    await holds(page, [360]);
    await page.goto("/admin/providers");
    const told = page.getByRole("row", { name: /OpenAI.*key set/ });
    for (const words of ["calls in 24 h", "Breaker closed", "a minute", "at a time", "$"]) await expect(told).toContainText(words);
    await told.getByRole("button", { name: "Test call to OpenAI" }).click();
    await expect(page.getByText(/^OpenAI, test call: OpenAI answered\./)).toBeVisible({ timeout: 60_000 });
    await holds(page, [360]);
  });
});

/** axe finds nothing, and nothing scrolls the page sideways where it is narrow. */
async function holds(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1440, height: 900 });
}
