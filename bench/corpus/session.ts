// Somebody signed in, as a browser without scripts is: forms are posted, cookies kept, procedures called by their names.
import superjson from "superjson";
import { z } from "zod";

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };
export type Session = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: BodyInit, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** What a query of the API answers. Rejects when it answers with an error. */
  readonly query: (procedure: string, input: unknown) => Promise<unknown>;
};
export type Account = { readonly name: string; readonly email: string; readonly password: string };

/** Dates stay the strings they travel as: nothing here reads them. */
const answered = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) });

export function makeSession(url: string): Session {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: "manual",
      headers: { origin: new URL(url).origin, ...headersOf(init), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const get = (path: string) => ask(path, { method: "GET" });
  return {
    get,
    post: (path, body, headers = {}) => ask(path, { method: "POST", body, headers }),
    async query(procedure, input) {
      const { status, text } = await get(queryPath(procedure, input));
      if (status !== 200) throw new Error(`${procedure} answered ${status}: ${text.slice(0, 300)}`);
      return answered.parse(JSON.parse(text)).result.data.json;
    },
  };
}

export function queryPath(procedure: string, input: unknown): string {
  return `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
}

/** Signs in with an account that is there; without one makes the first, which an empty server lets in at once. */
export async function signIn(session: Session, account: Account, isNew: boolean): Promise<void> {
  const page = isNew ? "/sign-up" : "/sign-in";
  const { text } = await session.get(page);
  const form = new FormData();
  for (const [name, value] of hiddenFields(text)) form.append(name, value);
  for (const [name, value] of Object.entries(account)) form.append(name, value);
  const { status } = await session.post(page, form);
  const { status: seen } = await session.get("/library");
  if (seen !== 200) throw new Error(`${account.email} could not sign in: the form answered ${status}, the library ${seen}.`);
}

/** A server action's form carries in hidden fields which action it calls. */
function hiddenFields(html: string): [string, string][] {
  return [...html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    return name ? [[plain(name), plain(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "")]] : [];
  });
}

function plain(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
