import { encryptedPdf } from "./files";
import { places } from "./places";
import { expect, refusals, test } from "./test";

test.use({ storageState: places.admin, expectedInConsole: refusals });

test("a subject that cannot be asked is told so in one sentence, and nothing is asked", async ({ page }) => {
  await page.goto("/research/new");
  const subject = page.getByLabel("Subject");
  const start = page.getByRole("button", { name: "Start the run" });
  const wrong = page.locator("#subject-error");
  await expect(async () => {
    await start.click();
    await expect(wrong).toHaveText("Name a subject: a drug, a passage, a company or a topic.", { timeout: 500 });
  }).toPass();
  await expect(subject).toHaveAttribute("aria-invalid", "true");
  await subject.fill("x".repeat(1001));
  await start.click();
  await expect(wrong).toHaveText("A subject has at most 1000 characters.");
  await subject.fill("   ");
  await start.click();
  await expect(wrong).toHaveText("Name a subject: a drug, a passage, a company or a topic.");
  await page.getByRole("button", { name: "None" }).click();
  await expect(start).toBeDisabled();
  await expect(page.getByText("Choose at least one category and one provider that can answer it.")).toBeVisible();
  expect(page.url()).toMatch(/\/research\/new$/);
});

test("a pack that does not exist is refused by the server too", async ({ page }) => {
  const data = { json: { subject: "metformin", pack: "no-such-pack", idempotencyKey: "a key for a bad pack" } };
  const response = await page.request.post("/api/trpc/requests.submit", { data });
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(response.status()).toBeLessThan(500);
  const { error } = (await response.json()) as { error: { json: { message: string } } };
  expect(error.json.message).toMatch(/no-such-pack|no such pack/i);
});

test("files that cannot be read say why, each in its own line, and can be tried again or deleted", async ({ page }) => {
  await page.goto("/library");
  const uploads = page.getByRole("list", { name: "Files you added" });
  await expect(async () => {
    await page.locator("#files").setInputFiles([
      { name: "picture.pdf", mimeType: "application/pdf", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
      { name: "table.xyz", mimeType: "text/plain", buffer: Buffer.from("a plain text under an odd name") },
    ]);
    await expect(uploads.getByRole("listitem")).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await expect(uploads.getByRole("listitem").filter({ hasText: "picture.pdf" })).toContainText("This is a PNG picture, which cannot be read here");
  await expect(uploads.getByRole("listitem").filter({ hasText: "empty.txt" })).toContainText("The file is empty.");
  await expect(uploads.getByRole("listitem").filter({ hasText: "table.xyz" })).toContainText("A file with the ending .xyz is not read here");

  await page.locator("#files").setInputFiles({ name: "locked.pdf", mimeType: "application/pdf", buffer: encryptedPdf() });
  const row = page.getByRole("row").filter({ hasText: "locked.pdf" });
  await expect(row).toContainText("Not read");
  await expect(row).toContainText(/password|encrypted/i);
  await row.getByRole("button", { name: "Retry locked.pdf" }).click();
  await expect(row).toContainText("Not read");

  await row.getByRole("button", { name: "Delete locked.pdf" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this document?" });
  await expect(dialog).toContainText("The stored file goes.");
  await dialog.getByRole("button", { name: "Delete the document" }).click();
  await expect(row).toHaveCount(0);
});
