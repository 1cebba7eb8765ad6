import type { Page } from "@playwright/test";
import { ask } from "./acts";
import { readEdition } from "./pages";
import { places } from "./places";
import { readStream, type StreamEvent } from "./stream";
import { call, expect, firstRequest, test } from "./test";

test.use({ storageState: places.admin });

const numbers = (events: readonly StreamEvent[]) => events.filter((event) => event.event === "progress").map((event) => event.id);

test("a stream that is cut and taken up again tells every event once, and says when there is nothing more", async ({ page, baseURL }) => {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const { id } = await call<{ id: string }>(page, "requests.submit", {
    subject: "apixaban",
    pack: "pharma",
    categories: ["pharmacokinetics", "drug_interactions", "dosage_administration"],
    idempotencyKey: crypto.randomUUID(),
  });
  const url = `${baseURL}/api/research/${id}/events`;
  const first = await readStream({ url: `${url}?after=0`, cookie }, (events) => numbers(events).length >= 4);
  expect(first.events[0]?.event).toBe("snapshot");
  const cutAt = numbers(first.events).at(-1) ?? 0;
  const second = await readStream({ url, cookie, lastEventId: String(cutAt) });
  expect(second.events[0]).toMatchObject({ event: "snapshot", id: cutAt });
  const all = [...numbers(first.events), ...numbers(second.events)];
  expect(all).toEqual(Array.from({ length: all.length }, (_, index) => index + 1));
  expect(second.events.at(-1)?.data).toMatchObject({ type: "request.ended", body: { status: "completed" } });

  const last = all.at(-1) ?? 0;
  expect((await readStream({ url, cookie, lastEventId: String(last) })).status).toBe(204);
  const beyond = await readStream({ url, cookie, lastEventId: String(last + 1_000) });
  expect(beyond.status === 204 || beyond.events[0]?.event === "snapshot").toBe(true);
  for (const bad of ["abc", "-1", "1.5", "1e3", "99999999999999999999"]) {
    const response = await page.request.get(`${url}?after=${bad}`);
    expect(response.status(), `cursor ${bad}`).toBe(400);
    expect((await response.json()).error.message).toBe("The cursor of the stream is not a whole number.");
  }
});

test("the stream is closed to who is not signed in", async ({ playwright, baseURL }) => {
  const visitor = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  for (const address of [`/api/research/${firstRequest()}/events`, "/api/library/events"]) expect((await visitor.get(address)).status()).toBe(401);
  await visitor.dispose();
});

test("a run can be cancelled, says so, and keeps what it has", async ({ page }) => {
  const id = await ask(page, "warfarin");
  await settledAtLeast(page, 1);
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await expect(page.getByText(/^Ended after/)).toBeVisible();
  await expect(page.locator(".notice").getByText("Cancelled")).toBeVisible();
  const edition = await readEdition(page, id);
  expect(edition.request.status).toBe("cancelled");
  expect(edition.totals.found).toBeGreaterThan(0);
  expect(edition.totals.found).toBeLessThan(17);
  await page.goto("/research");
  await expect(page.getByRole("row").filter({ hasText: "warfarin" })).toContainText("Cancelled");
});

async function settledAtLeast(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.locator(".tile--done").count(), { intervals: [50], timeout: 30_000 }).toBeGreaterThanOrEqual(count);
}
