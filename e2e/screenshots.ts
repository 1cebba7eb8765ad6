// npx tsx e2e/screenshots.ts [name...]: every page at two widths in light and dark, into .work/shots, to be looked at. It starts a server of its own.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { account, addExamples, ask, signUp, waitForEnd } from "./acts";
import { browserArgs, browserPath } from "./browser";
import { pagesOf } from "./pages";
import { serverPlan } from "./server";

const port = 4180;
const work = path.resolve(import.meta.dirname, "../.work");
const dataDir = path.join(work, "shots-data");
const shots = path.join(work, "shots");
const views = [
  { name: "1440", viewport: { width: 1440, height: 900 } },
  { name: "390", viewport: { width: 390, height: 844 } },
] as const;

rmSync(dataDir, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });
const plan = serverPlan(port, dataDir);
const server = spawn(plan.command[0], plan.command.slice(1), { env: { ...process.env, ...plan.env }, cwd: plan.cwd, stdio: "inherit" });
try {
  await answering(plan.url);
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArgs });
  try {
    await take(browser, process.argv.slice(2));
  } finally {
    await browser.close();
  }
} finally {
  server.kill("SIGTERM");
}

async function take(browser: Browser, names: readonly string[]): Promise<void> {
  const wanted = (name: string) => names.length === 0 || names.some((part) => name.includes(part));
  const admin = await browser.newContext({ baseURL: plan.url, viewport: views[0].viewport });
  const page = await admin.newPage();
  await page.goto("/sign-up");
  if (wanted("sign-up")) await shoot(page.context(), "/sign-up", "sign-up");
  await signUp(page, account("Ines Aldana"));
  for (const [name, address] of [
    ["research-empty", "/research"],
    ["library-empty", "/library"],
  ] as const)
    if (wanted(name)) await shoot(admin, address, name);
  await addExamples(page);
  const id = await ask(page, "metformin");
  if (wanted("run-live")) await page.screenshot({ path: path.join(shots, "run-live-light-1440.png"), fullPage: true });
  await waitForEnd(page);
  const waiting = await browser.newContext({ baseURL: plan.url });
  await signUp(await waiting.newPage(), account("Tomas Berg"));
  for (const { name, address } of await pagesOf(page, id)) if (wanted(name)) await shoot(admin, address, name);
  if (wanted("waiting")) await shoot(waiting, "/waiting", "waiting");
  const visitor = await browser.newContext({ baseURL: plan.url });
  if (wanted("sign-in")) await shoot(visitor, "/sign-in", "sign-in");
}

async function shoot(context: BrowserContext, address: string, name: string): Promise<void> {
  for (const { name: width, viewport } of views) {
    for (const theme of ["light", "dark"] as const) {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: path.join(shots, `${name}-${theme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ok = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server at ${url} does not answer. Is there a build? Run "npm run build" first.`);
}
