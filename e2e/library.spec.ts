import { access, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page, Request } from "@playwright/test";
import { lines, writePdf } from "@/server/library/documents/testing-pdf";
import { sha256 } from "@/server/platform/hash";
import { account, signIn, signUp } from "./acts";
import { encryptedPdf, largePage } from "./files";
import { expect } from "./test";
import { standinsDataDir, test } from "./with-standins";

// One after the other in one library: a worker that begins anew begins with an empty one.
test.describe.configure({ mode: "serial" });
test.use({ house: "library" });
test.use({ expectedInConsole: [/Failed to load resource: (net::ERR_|the server responded with a status of 4)/] });

const owner = account("Lena Voss");
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const added = (page: Page, name: string) => page.getByRole("list", { name: "Files you added" }).getByRole("listitem").filter({ hasText: name });
const storedAt = (bytes: Uint8Array) => path.join(standinsDataDir, "files", sha256(bytes).slice(0, 2), sha256(bytes));

test("what is brought is told where it is: a folder, an address, a large file that is cut", async ({ page }, info) => {
  await page.goto("/sign-up");
  await signUp(page, owner);
  await page.goto("/library");
  await expect(page.getByText("None so far. Add files")).toBeVisible();

  await test.step("a folder brings what is in it, except what is hidden", async () => {
    const folder = info.outputPath("papers");
    await mkdir(path.join(folder, "deep"), { recursive: true });
    await writeFile(path.join(folder, "vellum.md"), "# On vellum\n\nThe vellum of the codex is of calf. It was bought in 1412.\n");
    await writeFile(path.join(folder, "deep", "ink.txt"), "The ink of the margins is iron gall, and browner than that of the text.\n");
    await writeFile(path.join(folder, "table.xyz"), "1;2;3");
    await writeFile(path.join(folder, ".hidden.txt"), "Nobody means this one.");
    const stays = await page.evaluateHandle(() => document.body);
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a folder" }).click();
    await (await choosing).setFiles(folder);
    await expect(added(page, "")).toHaveCount(3);
    await expect(added(page, "table.xyz")).toContainText("A file with the ending .xyz is not read here");
    await expect(rowOf(page, "vellum.md")).toContainText("Ready");
    await expect(rowOf(page, "ink.txt")).toContainText("Ready");
    await expect(page.getByText("2 documents,")).toBeVisible();
    expect(await stays.evaluate((body) => body.isConnected), "without loading the page again").toBe(true);
  });

  await test.step("an address brings its page once, and one that has none says so", async () => {
    const field = page.getByLabel("Or give its address on the web");
    await field.fill("https://hazards.example/article");
    await field.press("Enter");
    await expect(page.getByText("Added.", { exact: true })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Ready" })).toHaveCount(3);
    await field.fill("https://hazards.example/article");
    await field.press("Enter");
    await expect(page.getByText("It is in your library already.")).toBeVisible();
    await field.fill("https://hazards.example/missing");
    await field.press("Enter");
    await expect(page.getByText("The address answered 404 instead of a file.")).toBeVisible();
    await expect(field).toHaveValue("https://hazards.example/missing");
  });

  await test.step("a large file goes on after a lost part, and after the page was loaded again", async () => {
    const file = info.outputPath("large.html");
    await writeFile(file, largePage("The large one", "Of all that is in here one sentence is read: the margin is ruled in lead."));
    const from: number[] = [];
    const offsetOf = (request: Request) => Number(request.headers()["upload-offset"]);
    await page.route("**/api/library/uploads/*", async (route) => {
      if (route.request().method() !== "PATCH") return route.continue();
      from.push(offsetOf(route.request()));
      // The second part is lost once; the third never arrives.
      if (from.length === 2) return route.abort("connectionreset");
      if (from.at(-1) === 4 * 1024 * 1024) return;
      return route.continue();
    });
    await page.locator("#files").setInputFiles(file);
    await expect(added(page, "large.html")).toContainText(/Sending, 4\d of 100/);
    expect(from).toEqual([0, 2, 2, 4].map((each) => each * 1024 * 1024));
    await page.reload();
    await page.unrouteAll();
    from.length = 0;
    page.on("request", (request) => request.method() === "PATCH" && from.push(offsetOf(request)));
    await expect(async () => {
      await page.locator("#files").setInputFiles(file);
      await expect(added(page, "large.html")).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await expect(added(page, "large.html")).toContainText("Added");
    expect(from[0], "what had arrived is not sent again").toBe(4 * 1024 * 1024);
    await expect(rowOf(page, "large.html")).toContainText("Ready");
  });
});

test("a collection is made, filled, searched in, shared, renamed and deleted", async ({ page, browser, baseURL }) => {
  await page.goto("/sign-in");
  await signIn(page, owner);
  await page.goto("/library");
  const shelves = page.getByRole("region", { name: "Collections" });
  await expect(async () => {
    await shelves.getByLabel("New collection").fill("Codicology");
    await shelves.getByRole("button", { name: "Make it" }).click();
    await expect(shelves.getByRole("link", { name: "Codicology" })).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await page.getByRole("link", { name: "On vellum" }).click();
  await page.getByText("Kind, collection, sharing").click();
  await page.getByLabel("Collection", { exact: true }).selectOption("Codicology");
  await page.getByLabel("Who reads and searches it").selectOption("workspace");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await page.goto("/library");
  await shelves.getByRole("link", { name: "Codicology" }).click();
  await expect(rowOf(page, "vellum.md")).toContainText("shared by me");
  await expect(rowOf(page, "ink.txt")).toHaveCount(0);
  const found = page.getByRole("region", { name: /passages?$/ }).getByRole("listitem");
  await page.goto(`/library?q=${encodeURIComponent("the collection:Codicology")}`);
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("bought in 1412");

  await test.step("somebody else reads what is shared, finds it, and can do nothing to it", async () => {
    const reader = await (await browser.newContext({ baseURL })).newPage();
    await signUp(reader, account("Tomas Berg"));
    await page.goto("/admin");
    await page
      .getByRole("row")
      .filter({ hasText: "tomas.berg" })
      .getByRole("button", { name: /^Approve/ })
      .click();
    await expect(page.getByText("Approved: Tomas Berg.")).toBeVisible();
    await reader.goto("/library?q=vellum");
    await reader.getByRole("link", { name: "On vellum" }).first().click();
    await expect(reader.getByText("It was bought in 1412.")).toBeVisible();
    await expect(reader.getByRole("button", { name: /^(Delete|Retry)/ })).toHaveCount(0);
    await expect(reader.getByText("Kind, collection, sharing")).toHaveCount(0);
    await reader.context().close();
  });

  await page.goto("/library");
  await shelves.getByRole("button", { name: "Rename Codicology" }).click();
  await shelves.getByLabel("New name of Codicology").fill("Books as things");
  await shelves.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(rowOf(page, "vellum.md")).toContainText("Books as things");
  await shelves.getByRole("button", { name: "Delete Books as things" }).click();
  await shelves.getByRole("button", { name: "Delete Books as things; its documents stay" }).click();
  await expect(shelves.getByRole("link", { name: "Books as things" })).toHaveCount(0);
  await expect(rowOf(page, "vellum.md")).toHaveCount(1);
  await expect(rowOf(page, "vellum.md")).not.toContainText("Books as things");
});

test("what could not be read is tried again in sight, and what is deleted leaves nothing", async ({ page }) => {
  const locked = encryptedPdf();
  await page.goto("/sign-in");
  await signIn(page, owner);
  await page.goto("/library");
  await expect(async () => {
    await page.locator("#files").setInputFiles({ name: "locked.pdf", mimeType: "application/pdf", buffer: locked });
    await expect(added(page, "locked.pdf")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(rowOf(page, "locked.pdf")).toContainText("Not read");
  await rowOf(page, "locked.pdf").getByRole("link", { name: "locked.pdf" }).click();
  await expect(page.getByText("This file could not be read.")).toBeVisible();
  await expect(page.getByText(/password|encrypted/i).first()).toBeVisible();

  // As if the disk had given wrong bytes before.
  await writeFile(storedAt(locked), writePdf([lines(700, "The lock was opened, and orichalcum was in it.")]));
  const stays = await page.evaluateHandle(() => document.body);
  await page.getByRole("button", { name: "Retry locked.pdf" }).click();
  await expect(page.locator("#page-1 .pdf__words")).toContainText("orichalcum");
  await expect(page.getByRole("list", { name: "What was done with the file" })).toContainText("1 passage");
  expect(await stays.evaluate((body) => body.isConnected), "without loading the page again").toBe(true);

  const address = new URL(page.url()).pathname;
  await page.goto("/library?q=orichalcum");
  await expect(page.getByRole("heading", { name: "1 passage", exact: true })).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: /^Delete / }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this document?" });
  await expect(dialog).toContainText("Its text, its 1 passage in the search, and the stored file go.");
  await dialog.getByRole("button", { name: "Delete the document" }).click();
  await page.waitForURL(/\/library(\?|$)/);
  await expect(
    page.getByRole("status").filter({ hasText: "Deleted, with its text, its 1 passage in the search, and the stored file." }),
  ).toBeVisible();
  await page.goto("/library?q=orichalcum");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such document");
  expect((await page.request.get(`/api/library/file/${address.split("/")[2]}`)).status()).toBe(404);
  await expect(access(storedAt(locked))).rejects.toThrow(/ENOENT/);
});
