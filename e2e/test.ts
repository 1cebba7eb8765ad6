// The test that all journeys use: whatever a page complains of in its console fails it.
import { readFileSync } from "node:fs";
import { test as base, expect, type Page } from "@playwright/test";
import { places } from "./places";

type Options = {
  /** What the console may say in this test, such as the browser's own line about an answer of 404. */
  expectedInConsole: readonly RegExp[];
};
type Fixtures = { quietConsole: undefined };

export const test = base.extend<Options & Fixtures>({
  expectedInConsole: [[], { option: true }],
  quietConsole: [
    async ({ context, expectedInConsole }, use) => {
      const said: string[] = [];
      const hear = (text: string) => {
        if (!expectedInConsole.some((expected) => expected.test(text))) said.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") hear(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => hear(`thrown: ${error.error().message}`));
      await use(undefined);
      expect(said, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** What the browser itself says of an answer that the test asks for. */
export const refusals = [/Failed to load resource: the server responded with a status of 4\d\d/] as const;

/** The id of the request that the first journey asked. */
export function firstRequest(): string {
  const { id } = JSON.parse(readFileSync(places.request, "utf8")) as { id: string };
  return id;
}

/** Calls a procedure as the page's account, from outside the page. */
export async function call<T>(page: Page, procedure: string, input: unknown): Promise<T> {
  const response = await page.request.post(`/api/trpc/${procedure}`, { data: { json: input } });
  expect(response.ok(), `${procedure} answers ${response.status()}`).toBe(true);
  const { result } = (await response.json()) as { result: { data: { json: T } } };
  return result.data.json;
}
