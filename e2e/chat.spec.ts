import { readFile } from "node:fs/promises";
import { account, addExamples, signIn, signUp } from "./acts";
import { askOnPage } from "./talk";
import { expect } from "./test";
import { test } from "./with-standins";

// One after the other with one library: a worker that begins anew begins with an empty one.
test.describe.configure({ mode: "serial" });
test.use({ serverEnv: { LLM_PROVIDER: "compatible", LLM_MODEL: "standin-writer" } });

test("a reader asks, watches the answer come, follows a citation, stops, is told what is not there, and takes it all along", async ({
  page,
  standins,
}) => {
  test.setTimeout(240_000);
  await page.goto("/sign-up");
  await signUp(page, account("Lena Voss"));
  await addExamples(page);

  // Asked about one document, from that document.
  await page
    .getByRole("link", { name: /Metformin hydrochloride tablets and extended-release/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Ask about this" }).click();
  await expect(page.getByText(/^Asks in Metformin hydrochloride tablets/)).toBeVisible();
  await askOnPage(page, "What is the elimination half-life of metformin?");
  await page.waitForURL(/\/chat\/[0-9A-Z]{26}$/);
  const first = page.getByRole("article").first();
  await expect(first.getByText(/sentences? anchored/)).toBeVisible({ timeout: 60_000 });
  await expect(first.locator(".read")).toContainText("6.2 hours");

  // A citation brings its passage to the top, and the passage opens in its document.
  await first.getByRole("link", { name: "Source 1" }).first().click();
  const passage = page.getByRole("complementary", { name: "Passages" }).getByRole("listitem").first();
  await expect(passage.locator("mark").first()).toBeVisible();
  await passage.getByRole("link", { name: "Open the passage" }).first().click();
  await page.waitForURL(/\/library\/.*start=\d+&end=\d+/);
  await expect(page.locator("mark").first()).toBeVisible();
  await page.goBack();

  // Written slowly: grey first, stopped by the key, and what had passed stays.
  standins.faults.set({ standin: "llm", fault: "drip:2" });
  await askOnPage(page, "How is metformin excreted?");
  const second = page.getByRole("article").nth(1);
  await expect(second.locator(".pend, .read .cite").first()).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(second.getByRole("button", { name: "Stop" })).toBeVisible();
  await second.getByRole("button", { name: "Stop" }).click();
  await expect(second.getByText("Stopped.", { exact: true })).toBeVisible({ timeout: 60_000 });
  standins.faults.clear();

  // Outside of what the sources say.
  await askOnPage(page, "Who won the football world cup in 2018?");
  const third = page.getByRole("article").nth(2);
  await expect(third.getByText("The library does not say.")).toBeVisible({ timeout: 60_000 });
  await expect(third.getByRole("button", { name: "Look in everything" })).toBeEnabled();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as Markdown" }).click();
  const file = await (await downloading).path();
  const text = await readFile(file, "utf8");
  expect(text).toContain("6.2 hours");
  expect(text).toContain("The library does not say.");
  expect(text).toContain("## Sources");

  // The history is searched, and a conversation is deleted with what it said.
  await page.getByLabel("Search conversations").fill("6.2 hours elimination");
  await expect(page.getByRole("list", { name: "Conversations" }).getByRole("link")).toHaveCount(1);
  await page.getByText("Name, note, delete").click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete it with its answers" }).click();
  await page.waitForURL(/\/chat$/);
  await expect(page.getByText(/^None so far/)).toBeVisible();
});

test("an answer goes on through a reload, in two tabs alike, and what one of them asks the other hears", async ({ page, context, standins }) => {
  await page.goto("/sign-in");
  await signIn(page, account("Lena Voss"));
  await page.goto("/chat");
  standins.faults.set({ standin: "llm", fault: "slow:5000" });
  await askOnPage(page, "What is the elimination half-life of metformin?");
  await page.waitForURL(/\/chat\/[0-9A-Z]{26}$/);
  await expect(page.getByText(/^Writing from \d+ passages/)).toBeVisible({ timeout: 60_000 });
  const other = await context.newPage();
  await other.goto(page.url());
  await page.reload();
  for (const tab of [page, other]) {
    await expect(tab.getByLabel("Question", { exact: true })).toBeVisible();
    await expect(tab.getByText(/sentences? anchored/)).toBeVisible({ timeout: 60_000 });
    await expect(tab.getByRole("article")).toHaveCount(1);
  }
  expect(await other.locator(".read").textContent()).toBe(await page.locator(".read").textContent());

  const stays = await page.evaluateHandle(() => document.body);
  standins.faults.clear();
  standins.faults.set({ standin: "llm", fault: "drip:2" });
  await askOnPage(other, "How is metformin excreted?");
  await expect(page.getByRole("heading", { name: "How is metformin excreted?" })).toBeVisible();
  await page.getByLabel("Question", { exact: true }).fill("And in what time?");
  await expect(page.getByRole("button", { name: "Ask", exact: true })).toBeDisabled();
  await expect(page.getByText(/^Waits until the answer above has ended/)).toBeVisible();
  // The one that did not ask may stop it; both learn of it, and the keyboard is not lost.
  await page.getByRole("button", { name: "Stop" }).press("Enter");
  for (const tab of [page, other]) await expect(tab.getByText("Stopped.", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("Question", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Question", { exact: true })).toHaveValue("And in what time?");
  expect(await stays.evaluate((body) => body.isConnected), "without loading the page again").toBe(true);
  standins.faults.clear();
});
