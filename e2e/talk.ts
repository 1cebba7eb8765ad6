// Asking one's sources, from the page and from outside of it.
import { expect, type Page } from "@playwright/test";
import { call } from "./test";

type Asked = { readonly conversationId: string };
type Read = { readonly turns: readonly { readonly answer: { readonly status: string } }[] };

/** Asks without the page and waits for the end of the answer; the id of the conversation. */
export async function askSources(page: Page, text: string, conversationId: string | null = null): Promise<string> {
  const asked = await call<Asked>(page, "chat.ask", { conversationId, text, key: crypto.randomUUID(), scope: { everything: true } });
  await expect
    .poll(async () => {
      const input = encodeURIComponent(JSON.stringify({ json: { id: asked.conversationId } }));
      const response = await page.request.get(`/api/trpc/conversations.get?input=${input}`);
      const { result } = (await response.json()) as { result: { data: { json: Read } } };
      return result.data.json.turns.at(-1)?.answer.status;
    })
    .toMatch(/answered|declined/);
  return asked.conversationId;
}

/** Types a question into the composer and sends it. */
export async function askOnPage(page: Page, text: string): Promise<void> {
  const field = page.getByLabel("Question", { exact: true });
  const send = page.getByRole("button", { name: "Ask", exact: true });
  // Until the page has come alive typing does nothing.
  await expect(async () => {
    await field.fill(text);
    await expect(send).toBeEnabled({ timeout: 500 });
  }).toPass();
  await field.press("Control+Enter");
}
