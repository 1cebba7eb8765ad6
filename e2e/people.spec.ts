import { account, signUp } from "./acts";
import { readEdition } from "./pages";
import { places } from "./places";
import { expect, firstRequest, refusals, test } from "./test";

test.use({ expectedInConsole: refusals });

test("a second person waits, is let in, and finds nothing of the first one's", async ({ page, browser, baseURL }) => {
  const id = firstRequest();
  const admin = await (await browser.newContext({ storageState: places.admin, baseURL })).newPage();
  const documentId = (await readEdition(admin, id)).sources[0]?.documentId;

  await test.step("until somebody decides there is a waiting page and nothing else", async () => {
    await signUp(page, account("Tomas Berg"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are on the list");
    for (const address of ["/research", "/library", `/research/${id}`]) {
      await page.goto(address);
      await expect(page).toHaveURL(/\/waiting$/);
    }
    expect((await page.request.get(`/api/research/${id}/events`)).status()).toBe(403);
  });

  await test.step("the administrator approves", async () => {
    await admin.goto("/admin");
    const row = admin.getByRole("row").filter({ hasText: "tomas.berg@example.org" });
    await row.getByRole("button", { name: /^Approve/ }).click();
    await expect(admin.getByText("Approved: Tomas Berg.")).toBeVisible();
  });

  await test.step("the room is empty, and what belongs to another does not exist", async () => {
    await page.goto("/research");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you want to know?");
    await page.goto("/library");
    await expect(page.getByText("None so far. Add files")).toBeVisible();
    for (const part of ["", "/conflicts", "/sources", "/text/pharmacokinetics"]) {
      await page.goto(`/research/${id}${part}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such edition");
    }
    await page.goto(`/library/file/${documentId}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such document");
    for (const address of [`/api/research/${id}/events`, `/api/research/${id}/edition?format=json`]) {
      expect((await page.request.get(address)).status()).toBe(404);
    }
    await page.goto("/admin");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  });
  await admin.context().close();
});
