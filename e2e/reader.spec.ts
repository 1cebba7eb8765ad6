import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { lines, writePdf } from "@/server/library/documents/testing-pdf";
import { waitForEnd } from "./acts";
import { withBallast } from "./files";
import { readEdition } from "./pages";
import { places } from "./places";
import { call, expect, test } from "./test";

test.use({ storageState: places.admin });

/** Lines that are alike on most pages are taken for running heads: each page has a word of its own. */
const word = (page: number): string => "abcdefghijklmnopqrstuvwxyzäöüß".charAt(page - 1).repeat(5);

/** Thirty pages; only one speaks of the subject, and it points at an article. Longer than what is fetched of a file at first. */
const paper = withBallast(
  writePdf(
    Array.from({ length: 30 }, (_, index) => index + 1).map((page) => [
      { text: `Chapter ${word(page)}`, y: 720, size: 16 },
      ...(page === 20
        ? lines(690, "The elimination half-life of orvalinate is 23.2 hours in healthy adults.", "See PMID: 9742977 for the method.")
        : lines(690, `Here ${word(page)} is written of, and the weather.`, `There is no more of ${word(page)}.`)),
    ]),
    { title: "Orvalinate, a paper in thirty pages" },
  ),
  2_000_000,
);

async function upload(page: Page): Promise<string> {
  const response = await page.request.post("/api/library/upload", { headers: { "x-file-name": "orvalinate.pdf" }, data: paper });
  expect(response.ok()).toBe(true);
  const { documentId } = (await response.json()) as { documentId: string };
  await expect
    .poll(
      async () => (await page.request.get(`/api/trpc/documents.get?input=${encodeURIComponent(JSON.stringify({ json: { documentId } }))}`)).text(),
      {
        timeout: 30_000,
      },
    )
    .toContain('"status":"ready"');
  return documentId;
}

test("from a sentence of an edition to its words on the drawn page, and in the text", async ({ page }) => {
  const documentId = await upload(page);
  const { id } = await call<{ id: string }>(page, "requests.submit", {
    subject: "orvalinate",
    pack: "pharma",
    categories: ["pharmacokinetics"],
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`/research/${id}`);
  await waitForEnd(page);
  const edition = await readEdition(page, id);
  const found = edition.categories.flatMap(({ slug, summary }) => summary.sentences.map((sentence) => ({ slug, citation: sentence.citations[0] })));
  const cited = found.find(({ citation }) => citation?.quote.includes("23.2 hours"));
  expect(cited?.citation, "the edition cites the paper").toBeDefined();
  if (!cited?.citation) return;
  const { start, end } = cited.citation;

  const stretches: number[] = [];
  page.on("response", (response) => {
    const [, first, last] = /^bytes (\d+)-(\d+)/.exec(response.headers()["content-range"] ?? "") ?? [];
    if (response.status() === 206) stretches.push(Number(last) - Number(first) + 1);
  });
  await test.step("the citation opens page 20, with the cited words under ink", async () => {
    await page.goto(`/research/${id}/text/${cited.slug}`);
    await page
      .locator("article .read")
      .getByRole("link", { name: /^Source \d+$/ })
      .first()
      .click();
    await page
      .locator(".src--chosen")
      .getByRole("link", { name: /^(page \d+, )?characters / })
      .first()
      .click();
    await page.waitForURL(/\/library\/.+start=/);
    const passage = page.locator(".pdf #passage");
    await expect(passage).toContainText("half-life of orvalinate");
    await expect(passage).toBeInViewport();
    await expect(page.locator("#page-20 mark").first()).toBeVisible();
    await expect(page.getByLabel("Page", { exact: true })).toHaveValue("20");
    await axe(page);
  });

  await test.step("what no page needs is not fetched", async () => {
    expect(stretches.length).toBeGreaterThan(1);
    expect(Math.max(...stretches)).toBeLessThan(1_000_000);
    expect(stretches.reduce((sum, each) => sum + each, 0)).toBeLessThan(paper.length);
  });

  await test.step("only pages near the window are drawn", async () => {
    const drawn = await page
      .locator(".pdf canvas")
      .evaluateAll((all) => all.filter((each) => each instanceof HTMLCanvasElement && each.width > 0).length);
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(8);
  });

  await test.step("pages and sizes are reached by keyboard", async () => {
    const field = page.getByLabel("Page", { exact: true });
    await field.fill("3");
    await field.press("Enter");
    await expect(page.locator("#page-3")).toBeFocused();
    await expect(page.locator("#page-3 .pdf__words")).toContainText(`Chapter ${word(3)}`);
    await page.keyboard.press("n");
    await expect(page.locator("#page-4")).toBeFocused();
    await expect(field).toHaveValue("4");
    await page.keyboard.press("+");
    await expect(page.getByLabel("Size", { exact: true })).toHaveText(/125/);
    await page.keyboard.press("0");
    await expect(page.getByLabel("Size", { exact: true })).toHaveText(/100/);
  });

  await test.step("the text keeps the place, and its reference leads to the article", async () => {
    await page.goto(`/library/${documentId}?start=${start}&end=${end}#passage`);
    await page.getByRole("navigation", { name: "How it is shown" }).getByRole("link", { name: "Text" }).click();
    const passage = page.locator(".sheet #passage");
    await expect(passage).toContainText("half-life of orvalinate");
    await expect(passage).toBeInViewport();
    const article = page.locator(".sheet").getByRole("link", { name: "PMID: 9742977" });
    await expect(article).toHaveAttribute("href", "https://pubmed.ncbi.nlm.nih.gov/9742977/");
    await expect(article).toHaveAttribute("rel", "noopener noreferrer");
    await axe(page);
  });

  await test.step("the edition is named where the document says who cites it", async () => {
    await page
      .getByRole("region", { name: "Cited in" })
      .getByRole("link", { name: /sentence 1$/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/research/${id}/text/.+s=1`));
  });

  await test.step("a narrow screen has the page without scrolling sideways", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/library/${documentId}?start=${start}&end=${end}#passage`);
    await expect(page.locator(".pdf #passage")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await axe(page);
  });
  await call(page, "documents.delete", { documentId });
});

/** Puts other bytes where those of the paper are kept, as a broken disk would. */
async function spoil(bytes: Uint8Array): Promise<void> {
  const hash = createHash("sha256").update(paper).digest("hex");
  await writeFile(path.join(places.dataDir, "files", hash.slice(0, 2), hash), bytes);
}

test("a file that is damaged leaves its text, and says so", async ({ page }) => {
  const documentId = await upload(page);
  await spoil(Buffer.from("%PDF-1.7 and nothing else"));
  await page.goto(`/library/${documentId}?start=0&end=13#passage`);
  await expect(page.getByText("The pages of this file cannot be drawn here.")).toBeVisible();
  await expect(page.locator(".sheet #passage")).toHaveText(`Chapter ${word(1)}`);
  await call(page, "documents.delete", { documentId });
});

test("cited words that the page does not draw are looked up in the text", async ({ page }) => {
  const documentId = await upload(page);
  await spoil(writePdf([lines(700, "Another page.")]));
  await page.goto(`/library/${documentId}?start=0&end=13#passage`);
  await expect(page.getByText("The cited words are not found on the drawn page.")).toBeVisible();
  await expect(page.locator(".sheet #passage")).toBeVisible();
  await page.getByRole("button", { name: "Show the page" }).click();
  await expect(page.locator("#page-1 .pdf__words")).toContainText("Another page.");
  await page.goto(`/library/${documentId}?page=20&start=800&end=820#passage`);
  await expect(page.getByText("The cited words are not found on the drawn page.")).toBeVisible();
  await call(page, "documents.delete", { documentId });
});

test("the file itself is a download that runs nothing", async ({ page }) => {
  const documentId = await upload(page);
  const response = await page.request.get(`/api/library/file/${documentId}`);
  expect(response.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": "attachment; filename*=UTF-8''orvalinate.pdf",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.compare(await response.body(), paper)).toBe(0);
  const again = await page.request.get(`/api/library/file/${documentId}`, { headers: { "if-none-match": response.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  const stretch = await page.request.get(`/api/library/file/${documentId}`, { headers: { range: "bytes=5-12" } });
  expect([stretch.status(), stretch.headers()["content-range"]]).toEqual([206, `bytes 5-12/${paper.length}`]);
  expect(Buffer.compare(await stretch.body(), paper.subarray(5, 13))).toBe(0);
  const outside = await page.request.get(`/api/library/file/${documentId}`, { headers: { range: `bytes=${paper.length}-` } });
  expect(outside.status()).toBe(416);
  await call(page, "documents.delete", { documentId });
});

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
