// What people do, step by step, as the journeys need it again and again.
import { expect, type Page } from "@playwright/test";

export type Account = { readonly name: string; readonly email: string; readonly password: string };

/** An account of that name, always the same. */
export function account(name: string): Account {
  return { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`, password: `the words of ${name}` };
}

/** Fills the page for a new account. The first one goes on to the research room, later ones sign in and wait. */
export async function signUp(page: Page, { name, email, password }: Account): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: /^Create the/ }).click();
  await page.waitForURL(/\/research$|\/sign-in/);
  if (page.url().includes("/sign-in")) await signIn(page, { email, password });
}

export async function signIn(page: Page, { email, password }: Pick<Account, "email" | "password">): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/research$|\/waiting$/);
}

export const exampleDocuments = 17;

/** One click, and then every document is read while the page is looked at. */
export async function addExamples(page: Page): Promise<void> {
  await page.goto("/library");
  await expect(async () => {
    await page.getByRole("button", { name: "Add the example library" }).click({ timeout: 1_000 });
    await expect(page.getByText(/^Adding the example library$|^It is in your library/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole("row").filter({ hasText: "Ready" })).toHaveCount(exampleDocuments, { timeout: 60_000 });
}

/** Asks with the pharmaceutical pack and everything that is chosen already; the id of the request. */
export async function ask(page: Page, subject: string): Promise<string> {
  await page.goto("/research/new");
  const field = page.getByLabel("Subject");
  const start = page.getByRole("button", { name: "Start the run" });
  // Until the page has come alive a press does nothing.
  await expect(async () => {
    await field.fill(subject);
    await expect(page.getByText(`${subject.length} of 1,000 characters`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await start.click();
  await page.waitForURL(/\/research\/(?!new)[^/]+$/);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** Until the run on the page has ended, without loading it again. */
export async function waitForEnd(page: Page): Promise<void> {
  await expect(page.getByText(/^Ended after/)).toBeVisible({ timeout: 90_000 });
}
