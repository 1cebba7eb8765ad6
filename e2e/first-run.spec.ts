import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { account, addExamples, ask, exampleDocuments, signUp, waitForEnd } from "./acts";
import { readEdition } from "./pages";
import { places } from "./places";
import { expect, test } from "./test";

test("from an empty installation to a citation in its place", async ({ page }) => {
  await test.step("the first account becomes the administrator", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-up$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Create the first account");
    await signUp(page, account("Ines Aldana"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you want to know?");
    await expect(page.getByRole("link", { name: "Admin" })).toBeVisible();
    mkdirSync(places.state, { recursive: true });
    await page.context().storageState({ path: places.admin });
  });

  await test.step("one click adds the example library, and each document becomes ready in sight", async () => {
    await addExamples(page);
    await expect(page.getByText(`${exampleDocuments} documents,`)).toBeVisible();
  });

  const id = await test.step("a subject is asked with the pharmaceutical pack", () => ask(page, "metformin"));
  writeFileSync(places.request, JSON.stringify({ id }));

  await test.step("17 tiles settle while the page is looked at, without loading it again", async () => {
    const stays = await page.evaluateHandle(() => document.body);
    const seen = await watchTiles(page);
    await waitForEnd(page);
    expect(Math.max(...seen)).toBe(17);
    expect(new Set(seen).size, `settled tiles went ${seen.join(", ")}`).toBeGreaterThan(3);
    expect(await stays.evaluate((body) => body.isConnected)).toBe(true);
  });

  const edition = await readEdition(page, id);
  const category = edition.categories.find(({ slug, summary }) => slug === "pharmacokinetics" && summary.sentences.length > 0);
  const citation = category?.summary.sentences[0]?.citations[0];
  expect(category && citation, "pharmacokinetics has a sentence with a citation").toBeTruthy();
  if (!category || !citation) return;

  await test.step("a sentence leads to its source, and the source to the very words in the library", async () => {
    const number = edition.sources.find((source) => source.id === citation.sourceId)?.number ?? 0;
    await page.getByRole("link", { name: category.name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: category.name })).toBeVisible();
    await page
      .locator("article .read")
      .getByRole("link", { name: `Source ${number}`, exact: true })
      .first()
      .click();
    const source = page.locator(`#source-${number}`);
    await expect(source).toHaveClass(/src--chosen/);
    await expect(source.locator("blockquote").first()).toContainText(citation.quote.slice(0, 60));
    await source
      .getByRole("link", { name: /^(page \d+, )?characters / })
      .first()
      .click();
    await page.waitForURL(/\/library\/.+start=/);
    const passage = page.locator("#passage");
    await expect(passage).toHaveText(citation.quote);
    await expect(passage).toBeInViewport();
  });

  await test.step("the ledger tells conflict, not comparable and by jurisdiction apart", async () => {
    await page.goto(`/research/${id}/conflicts`);
    const entries = page.getByRole("navigation", { name: "Entries" });
    for (const state of ["Conflict, resolved", "Not comparable", "Both true, by jurisdiction"]) {
      await expect(entries.getByText(state, { exact: true }).first()).toBeVisible();
    }
    await expect(page.getByRole("table", { name: /^Facts by row/ })).toBeVisible();
  });

  await test.step("an empty category says what was asked and what to do", async () => {
    const empty = edition.categories.find(({ outcome }) => outcome === "nothing_found");
    expect(empty, "the example library leaves a category empty").toBeDefined();
    await page.goto(`/research/${id}/text/${empty?.slug}`);
    await expect(page.getByText("no citable source. Add documents that speak of it")).toBeVisible();
    await expect(page.getByText("Coverage.")).toBeVisible();
    await page.getByRole("link", { name: "Add documents" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  });
});

/** How many tiles had settled, each time that the number changed, until all have. */
async function watchTiles(page: Page): Promise<number[]> {
  const seen: number[] = [];
  await expect(page.locator(".tile").first()).toBeVisible();
  await expect
    .poll(
      async () => {
        const settled = await page.locator(".tile:is(.tile--done, .tile--nothing_found, .tile--blocked, .tile--failed)").count();
        if (seen.at(-1) !== settled) seen.push(settled);
        return settled;
      },
      { timeout: 90_000, intervals: [50] },
    )
    .toBe(17);
  return seen;
}
