import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/db/testing";
import { authSecret } from "@/server/identity/auth-secret";
import { decideUser } from "@/server/identity/decide-user";
import { operatorActor } from "@/server/identity/operator";
import { sealSession } from "@/server/identity/session-cookie";
import { contexts } from "@/server/identity/testing";
import { config, setEnvironment } from "@/server/platform/config";
import { AppError } from "@/server/platform/errors";
import { eventPort, setEventPort } from "@/server/platform/event-port";
import { joinToken } from "@/server/platform/join-token";
import { singleton } from "@/server/platform/singleton";
import { route, withUser } from "./route";

const test = useTestDatabase();
const people = contexts(() => test.db);
const url = "http://localhost:3000/api/thing";
const segment = { params: Promise.resolve({ id: "7" }) };
const whoAmI = route(
  "who",
  withUser(async ({ ctx, params }) => Response.json({ userId: ctx.actor.userId, role: ctx.actor.role, params })),
);

async function cookieOf(email: string): Promise<Record<string, string>> {
  const { id, sessionEpoch } = await people.account(email);
  const { name, value } = await sealSession({ userId: id, epoch: sessionEpoch }, authSecret(config()));
  return { cookie: `${name}=${value}` };
}
const get = (headers: Record<string, string> = {}) => whoAmI(new Request(url, { headers }), segment);

beforeAll(async () => {
  setEnvironment({ AUTH_SECRET: "x".repeat(40), LOG_LEVEL: "silent" });
  Object.assign(
    singleton<object>("database", () => ({})),
    { database: Promise.resolve(test.database) },
  );
  await people.join("admin@example.org");
  await people.join("pending@example.org");
});
beforeEach(() => setEnvironment({ DATABASE_URL: "" }));

describe("a route handler", () => {
  it("knows an approved person and passes the parameters of its path", async () => {
    const answer = await get(await cookieOf("admin@example.org"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ role: "admin", params: { id: "7" } });
  });

  it.each(["\0", "\ud800"])("answers 400 to a path that no database can be asked for", async (id) => {
    const answer = await whoAmI(new Request(url, { headers: await cookieOf("admin@example.org") }), { params: Promise.resolve({ id }) });
    expect(answer.status).toBe(400);
  });

  it("says in one sentence that the disk is full", async () => {
    const full = route("full", () => Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" })));
    const answer = await full(new Request(url), segment);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: "unavailable", message: expect.stringMatching(/^The server has no room left/) } });
  });

  it("answers 401 to visitors and 403 to those who wait", async () => {
    expect((await get()).status).toBe(401);
    const answer = await get(await cookieOf("pending@example.org"));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      error: { code: "forbidden", message: "Your account is waiting for an administrator.", requestId: expect.any(String) },
    });
  });

  it("shuts out a session from the moment its account is denied", async () => {
    await people.join("soon@example.org", { open: true });
    const cookie = await cookieOf("soon@example.org");
    expect((await get(cookie)).status).toBe(200);
    const { id } = await people.account("soon@example.org");
    await decideUser(people.as(await people.actorOf("admin@example.org")), { userId: id, decision: "deny", reason: "A test." });
    expect((await get(cookie)).status).toBe(401);
    expect((await get(await cookieOf("soon@example.org"))).status).toBe(403);
  });

  it("takes the command line's token as the operator where there is a data folder, and only there", async () => {
    const headers = { authorization: `Bearer ${joinToken()}` };
    expect(await (await get(headers)).json()).toMatchObject(await operatorActor(test.db).then(({ userId }) => ({ userId })));
    expect((await get({ authorization: `Bearer ${joinToken()}x` })).status).toBe(401);
    setEnvironment({ DATABASE_URL: "postgres://somebody@localhost/variorum" });
    expect((await get(headers)).status).toBe(401);
  });

  it("refuses a change that another site asks for, before anything runs", async () => {
    let ran = false;
    const change = route("change", async () => {
      ran = true;
      return new Response();
    });
    const headers = { host: "localhost:3000", origin: "https://evil.example", ...(await cookieOf("admin@example.org")) };
    expect((await change(new Request(url, { method: "POST", headers }), segment)).status).toBe(403);
    expect(ran).toBe(false);
  });

  it.each([
    [new AppError("rate_limited", "Wait.", { retryAfterMs: 1200 }), 429, "Wait.", "2"],
    [
      new AppError("configuration", "The password of the database is secret."),
      500,
      "This installation is not set up correctly. Its operator finds the reason in the log.",
      null,
    ],
    [z.object({ a: z.string("Write a.") }).safeParse({}).error, 400, "Write a.", null],
    [new Error("relation app_user does not exist"), 500, "Something broke here. Nothing was saved; try again.", null],
  ])("maps %s", async (thrown, status, message, retryAfter) => {
    const answer = await route("broken", () => Promise.reject(thrown))(new Request(url), segment);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(retryAfter);
    expect(await answer.json()).toMatchObject({ error: { message } });
  });
});

describe("the event port", () => {
  it("fails loudly until the functions run, and then sends through what was installed", async () => {
    const port = eventPort();
    await expect(port.send([{ name: "a", data: {} }])).rejects.toMatchObject({ code: "unavailable" });
    const sent: string[] = [];
    setEventPort({ send: async (events) => void sent.push(...events.map((event) => event.name)) });
    await port.send([{ name: "a", data: {} }]);
    expect(sent).toEqual(["a"]);
  });
});
