// Who may: every procedure of the router and every route under app/api against every kind of caller. A new one without an expectation fails here.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import superjson from "superjson";
import { beforeAll, describe, expect, it } from "vitest";
import { chatAnswers, chatQuestions } from "@/db/schema/chat";
import { watches } from "@/db/schema/editions";
import { collections, documents } from "@/db/schema/library";
import { answers } from "@/db/schema/research";
import { useTestDatabase } from "@/db/testing";
import { chatStream, emptyBody } from "@/server/chat/answers/schema";
import { createConversation } from "@/server/chat/conversations/create-conversation";
import { everything } from "@/server/chat/conversations/schema";
import { authSecret } from "@/server/identity/auth-secret";
import { decideUser } from "@/server/identity/decide-user";
import { sealSession } from "@/server/identity/session-cookie";
import { contexts } from "@/server/identity/testing";
import { createCollection } from "@/server/library/collections/create-collection";
import { addDocument } from "@/server/library/documents/add-document";
import { config, setEnvironment } from "@/server/platform/config";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { setEventPort } from "@/server/platform/event-port";
import { sha256 } from "@/server/platform/hash";
import { newId } from "@/server/platform/ids";
import { joinToken } from "@/server/platform/join-token";
import { singleton } from "@/server/platform/singleton";
import { openStream } from "@/server/progress/record";
import { keepSnapshots } from "@/server/research/snapshots/snapshots";
import { researchFor } from "@/server/research/testing";
import { keepPage } from "@/server/research/verification/testing";
import { saveWatch } from "@/server/research/watches/save-watch";
import { appRouter } from "@/server/router";
import { type Expectation, nothing, procedures, type Things } from "./testing";
import { GET, POST } from "./trpc/[trpc]/route";

const test = useTestDatabase();
const people = contexts(() => test.db);
const research = researchFor(test);
const callers = ["anonymous", "pending", "denied", "owner", "other", "admin", "operator"] as const;
type Caller = (typeof callers)[number];
const headersOf = new Map<Caller, Record<string, string>>();
const idOf = new Map<Caller, string>();

beforeAll(async () => {
  setEnvironment({
    AUTH_SECRET: "x".repeat(40),
    LOG_LEVEL: "silent",
    DATABASE_URL: "",
    VARIORUM_DATA_DIR: path.join(process.cwd(), ".work/access-test"),
  });
  Object.assign(
    singleton<object>("database", () => ({})),
    { database: Promise.resolve(test.database) },
  );
  setEventPort({ send: async () => {} });
  // The first account is the administrator.
  for (const caller of ["admin", "pending", "denied", "owner", "other"] as const) await people.join(`${caller}@example.org`);
  const admin = await people.actorOf("admin@example.org");
  for (const caller of ["denied", "owner", "other"] as const) {
    const { id } = await people.account(`${caller}@example.org`);
    await decideUser(
      people.as(admin),
      caller === "denied" ? { userId: id, decision: "deny", reason: "A test." } : { userId: id, decision: "approve" },
    );
  }
  for (const caller of ["pending", "denied", "owner", "other", "admin"] as const) {
    const { id, sessionEpoch } = await people.account(`${caller}@example.org`);
    const { name, value } = await sealSession({ userId: id, epoch: sessionEpoch }, authSecret(config()));
    headersOf.set(caller, { cookie: `${name}=${value}` });
    idOf.set(caller, id);
  }
  headersOf.set("anonymous", {});
  headersOf.set("operator", { authorization: `Bearer ${joinToken()}` });
});

/** Things of the owner's that a call may name, made anew for every call so that none spoils the next. */
async function things(): Promise<Things> {
  const owner = people.as(await people.actorOf("owner@example.org"));
  const requestId = await research.submit(owner);
  const bytes = new TextEncoder().encode(`A document, ${newId()}.`);
  const { documentId } = await addDocument(owner, ownerScope(idOf.get("owner") ?? ""), { bytes, fileName: "a.txt" });
  await test.db.update(documents).set({ status: "ready", text: "A document." }).where(eq(documents.id, documentId));
  const [category] = await research.categories(requestId);
  await people.join(`${newId()}@example.org`);
  const raw = '{"answer":"Six hours."}';
  const kept = { id: newId(), requestCategoryId: category?.id ?? "", provider: "library", round: 1, status: "ok", rawHash: sha256(raw) } as const;
  await test.db.transaction((tx) => keepSnapshots(tx, [raw]));
  await test.db.insert(answers).values({ ...kept, startedAt: new Date() });
  // Of watches and collections an account has only so many.
  await test.db.update(watches).set({ state: "stopped" });
  await test.db.delete(collections);
  const pending = (await people.everybody()).filter((user) => user.status === "pending").at(-1);
  return {
    requestId,
    documentId,
    ...(await createCollection(owner, ownerScope(idOf.get("owner") ?? ""), { name: `Shelf ${newId()}` })),
    hash: sha256(bytes),
    categoryId: category?.categoryId ?? "",
    userId: pending?.id ?? "",
    conflictId: await research.conflict(category),
    watchId: (await saveWatch(owner, { requestId, interval: "daily" })).id,
    pageHash: await keepPage(test, requestId),
    ...(await askedIn(owner)),
  };
}

/** A conversation of the owner's whose question nobody has answered. */
async function askedIn(owner: Ctx): Promise<{ conversationId: string; chatAnswerId: string }> {
  const { id: conversationId } = await createConversation(owner, ownerScope(idOf.get("owner") ?? ""), { scope: everything });
  const [questionId, chatAnswerId] = [newId(), newId()];
  const question = { id: questionId, conversationId, text: "What is its half-life?", scope: everything, idempotencyKey: newId() };
  await test.db.insert(chatQuestions).values(question);
  await test.db.insert(chatAnswers).values({ id: chatAnswerId, questionId, conversationId, status: "asked", body: emptyBody });
  await test.db.transaction((tx) => openStream(tx, { id: chatStream(conversationId), kind: "chat", ownerId: idOf.get("owner") ?? "" }));
  return { conversationId, chatAnswerId };
}

/** The same input with a sign at the end of every text in it. */
function spoilt(input: unknown, sign: string): unknown {
  if (typeof input === "string") return `${input}${sign}`;
  if (Array.isArray(input)) return input.map((each) => spoilt(each, sign));
  if (input === null || typeof input !== "object") return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, spoilt(value, sign)]));
}

const refusals = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"];
type Outcome = { readonly code: string; readonly message: string };

/** What a caller is to be told: a refusal, or "allowed", whatever the call itself then says. */
function expected(caller: Caller, { from, sees }: Expectation): string {
  if (from === "everyone") return "allowed";
  if (caller === "anonymous") return "UNAUTHORIZED";
  if (caller === "pending" || caller === "denied") return "FORBIDDEN";
  const isAdmin = caller === "admin" || caller === "operator";
  if (from === "operator") return caller === "operator" ? "allowed" : "FORBIDDEN";
  if (from === "admin" && !isAdmin) return "FORBIDDEN";
  if (sees === "owner" && caller !== "owner") return "NOT_FOUND";
  if (sees === "owner and admins" && caller !== "owner" && !isAdmin) return "NOT_FOUND";
  return "allowed";
}

const isQuery = (name: string) => Reflect.get(Object(Reflect.get(Object(procedureMap()[name]), "_def")), "type") === "query";
const procedureMap = (): Record<string, unknown> => ({ ...appRouter._def.procedures });

function ask(names: readonly string[], inputs: readonly unknown[], headers: Record<string, string>): Promise<Response> {
  const packed = JSON.stringify(Object.fromEntries(inputs.map((input, index) => [index, superjson.serialize(input)])));
  const url = `http://localhost:3000/api/trpc/${names.join(",")}?batch=1`;
  const query = names.every(isQuery);
  if (query) return GET(new Request(`${url}&input=${encodeURIComponent(packed)}`, { headers }));
  return POST(
    new Request(url, { method: "POST", headers: { "content-type": "application/json", host: "localhost:3000", ...headers }, body: packed }),
  );
}

async function outcomes(response: Response): Promise<Outcome[]> {
  const body: unknown = await response.json();
  if (!Array.isArray(body)) throw new Error(`No batch: ${JSON.stringify(body)}`);
  return body.map((entry: { error?: { json: { message: string; data: { code: string } } } }) =>
    entry.error ? { code: entry.error.json.data.code, message: entry.error.json.message } : { code: "ok", message: "" },
  );
}

async function call(name: string, caller: Caller, input: unknown): Promise<Outcome> {
  const [outcome] = await outcomes(await ask([name], [input], headersOf.get(caller) ?? {}));
  return outcome ?? { code: "none", message: "" };
}

describe("the procedures of the router", () => {
  it("have an expectation each", () => {
    expect(Object.keys(procedures).sort()).toEqual(Object.keys(procedureMap()).sort());
  });

  it.each(Object.entries(procedures))("%s answers each kind of caller as it should", async (name, expectation) => {
    for (const caller of callers) {
      const { code, message } = await call(name, caller, expectation.input?.(await things()));
      expect({ caller, code: refusals.includes(code) ? code : "allowed" }, message).toEqual({ caller, code: expected(caller, expectation) });
      expect(code).not.toBe("INTERNAL_SERVER_ERROR");
    }
  });

  it.each(Object.entries(procedures).filter(([, { sees }]) => sees === "owner" || sees === "owner and admins"))(
    "%s says the same of what is somebody else's as of what is not there",
    async (name, { input }) => {
      const [theirs, none] = [await call(name, "other", input?.(await things())), await call(name, "other", input?.(nothing))];
      expect(theirs).toEqual(none);
      expect(theirs.code).toBe("NOT_FOUND");
    },
  );

  it.each(Object.entries(procedures).filter(([, { sees, input }]) => sees !== undefined && input !== undefined))(
    "%s takes no word for who is calling from its input",
    async (name, expectation) => {
      for (const caller of ["anonymous", "pending", "other"] as const) {
        const owner = idOf.get("owner");
        const lies = { ownerId: owner, userId: owner, actor: { kind: "user", userId: owner, role: "admin", status: "approved" }, role: "admin" };
        const { code } = await call(name, caller, { ...lies, ...Object(expectation.input?.(await things())) });
        expect({ caller, code }).toEqual({ caller, code: expected(caller, expectation) });
      }
    },
  );

  it.each(Object.entries(procedures).filter(([, { input }]) => input !== undefined))(
    "%s answers text that no database keeps with a sentence",
    async (name, { input }) => {
      for (const sign of ["\0", "\ud800"]) {
        const { code, message } = await call(name, "operator", spoilt(input?.(nothing), sign));
        expect(code, message).not.toBe("INTERNAL_SERVER_ERROR");
      }
    },
  );

  it("are judged one by one inside a batch", async () => {
    const names = ["identity.me", "requests.list", "identity.listUsers"];
    const codes = async (caller: Caller) =>
      (await outcomes(await ask(names, [undefined, {}, undefined], headersOf.get(caller) ?? {}))).map(({ code }) => code);
    expect(await codes("anonymous")).toEqual(["ok", "UNAUTHORIZED", "UNAUTHORIZED"]);
    expect(await codes("pending")).toEqual(["ok", "FORBIDDEN", "FORBIDDEN"]);
    expect(await codes("other")).toEqual(["ok", "ok", "FORBIDDEN"]);
    expect(await codes("admin")).toEqual(["ok", "ok", "ok"]);
  });

  it("are not asked by a body or a batch that is longer than any page's, whoever sends it", async () => {
    const body = JSON.stringify({ 0: superjson.serialize({ query: "x".repeat(3_000_000), limit: 5 }) });
    const long = at("/api/trpc/requests.submit?batch=1", { method: "POST", headers: { "content-type": "application/json" }, body });
    expect((await POST(long)).status).toBe(413);
    const names = Array.from({ length: 60 }, () => "providers.month");
    expect((await ask(names, [], headersOf.get("owner") ?? {})).status).toBe(400);
  });

  it("do nothing for a page of another site, whoever is signed in", async () => {
    const { requestId } = await things();
    const headers = { ...headersOf.get("owner"), origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await ask(["requests.cancel"], [{ id: requestId }], headers)).status).toBe(403);
    expect((await call("editions.get", "owner", { id: requestId })).code).toBe("ok");
    expect((await research.categories(requestId)).every((row) => row.state === "queued")).toBe(true);
  });

  it.each([
    ["a token of another process", { authorization: "Bearer nothing" }],
    ["a cookie that was tampered with", { cookie: "__Host-variorum-session=abc.def.ghi" }],
  ])("take %s for no session at all", async (_, headers) => {
    expect(await outcomes(await ask(["requests.list"], [{}], headers))).toMatchObject([{ code: "UNAUTHORIZED" }]);
  });

  it("forget an administrator's rights with his role, in the session that he has", async () => {
    await people.join("former@example.org");
    const { id } = await people.account("former@example.org");
    for (const input of [
      { name: "identity.decideUser", input: { userId: id, decision: "approve" } },
      { name: "identity.changeRole", input: { userId: id, role: "admin" } },
    ])
      expect((await call(input.name, "admin", input.input)).code).toBe("ok");
    const { sessionEpoch } = await people.account("former@example.org");
    const { name, value } = await sealSession({ userId: id, epoch: sessionEpoch }, authSecret(config()));
    const listed = async () => (await outcomes(await ask(["identity.listUsers"], [undefined], { cookie: `${name}=${value}` })))[0]?.code;
    expect(await listed()).toBe("ok");
    expect((await call("identity.changeRole", "admin", { userId: id, role: "user" })).code).toBe("ok");
    expect(["FORBIDDEN", "UNAUTHORIZED"]).toContain(await listed());
  });
});

type RouteExpectation = Expectation & { readonly call?: (named: Things, headers: Record<string, string>) => Promise<Response> };
const at = (url: string, init: RequestInit = {}) => new Request(`http://localhost:3000${url}`, init);
const byId = (id: string) => ({ params: Promise.resolve({ id }) });

const routes: Record<string, RouteExpectation> = {
  "auth/[...nextauth] GET": { from: "everyone" },
  "auth/[...nextauth] POST": { from: "everyone" },
  "health GET": { from: "everyone" },
  "trpc/[trpc] GET": { from: "everyone" },
  "trpc/[trpc] POST": { from: "everyone" },
  // Inngest's signature, not a session, says who calls; served only where an Inngest server drives the functions.
  "inngest GET": { from: "everyone" },
  "inngest POST": { from: "everyone" },
  "inngest PUT": { from: "everyone" },
  "library/upload POST": {
    from: "approved",
    call: async (_named, headers) =>
      (await import("./library/upload/route")).POST(
        at("/api/library/upload", { method: "POST", headers: { ...headers, "x-file-name": "b.txt" }, body: `Words, ${newId()}.` }),
        byId(""),
      ),
  },
  "library/uploads/[hash] HEAD": {
    from: "approved",
    call: async ({ hash }, headers) =>
      (await import("./library/uploads/[hash]/route")).HEAD(at("/api/library/uploads/x", { method: "HEAD", headers }), {
        params: Promise.resolve({ hash }),
      }),
  },
  "library/uploads/[hash] PATCH": {
    from: "approved",
    call: async ({ hash }, headers) =>
      (await import("./library/uploads/[hash]/route")).PATCH(
        at("/api/library/uploads/x", {
          method: "PATCH",
          headers: { ...headers, "x-file-name": "c.txt", "upload-offset": "7", "upload-length": "9" },
          body: "ab",
        }),
        { params: Promise.resolve({ hash }) },
      ),
  },
  "library/events GET": {
    from: "approved",
    call: async (_named, headers) =>
      (await import("./library/events/route")).GET(at("/api/library/events", { headers, signal: AbortSignal.timeout(50) }), byId("")),
  },
  "library/file/[id] GET": {
    from: "approved",
    sees: "owner",
    call: async ({ documentId }, headers) =>
      (await import("./library/file/[id]/route")).GET(at("/api/library/file/x", { headers }), byId(documentId)),
  },
  "library/reader/[...path] GET": {
    from: "approved",
    call: async (_named, headers) =>
      (await import("./library/reader/[...path]/route")).GET(at("/api/library/reader/1/worker/pdf.worker.min.mjs", { headers }), {
        params: Promise.resolve({ path: ["1", "worker", "pdf.worker.min.mjs"] }),
      }),
  },
  "chat/[id]/events GET": {
    from: "approved",
    sees: "owner",
    call: async ({ conversationId }, headers) =>
      (await import("./chat/[id]/events/route")).GET(at("/api/chat/x/events", { headers, signal: AbortSignal.timeout(50) }), byId(conversationId)),
  },
  "chat/[id]/export GET": {
    from: "approved",
    sees: "owner",
    call: async ({ conversationId }, headers) =>
      (await import("./chat/[id]/export/route")).GET(at("/api/chat/x/export", { headers }), byId(conversationId)),
  },
  "research/[id]/answers/[slug]/[provider] GET": {
    from: "approved",
    sees: "owner and admins",
    call: async ({ requestId: id }, headers) =>
      (await import("./research/[id]/answers/[slug]/[provider]/route")).GET(at("/api/research/x/answers/half-life/library", { headers }), {
        params: Promise.resolve({ id, slug: "half-life", provider: "library" }),
      }),
  },
  "research/[id]/edition GET": {
    from: "approved",
    sees: "owner and admins",
    call: async ({ requestId }, headers) =>
      (await import("./research/[id]/edition/route")).GET(at("/api/research/x/edition?format=json", { headers }), byId(requestId)),
  },
  "research/[id]/sources/[number]/warc GET": {
    from: "approved",
    sees: "owner and admins",
    call: async ({ requestId: id }, headers) =>
      (await import("./research/[id]/sources/[number]/warc/route")).GET(at("/api/research/x/sources/1/warc", { headers }), {
        params: Promise.resolve({ id, number: "1" }),
      }),
  },
  "research/[id]/events GET": {
    from: "approved",
    sees: "owner and admins",
    call: async ({ requestId }, headers) =>
      (await import("./research/[id]/events/route")).GET(at("/api/research/x/events", { headers, signal: AbortSignal.timeout(50) }), byId(requestId)),
  },
};

describe("the routes under app/api", () => {
  it("have an expectation for every method", () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)route\.tsx?$/.test(file));
    const found = files.map((file) => {
      const exports = readFileSync(path.join(import.meta.dirname, file), "utf8")
        .split("\n")
        .filter((line) => line.startsWith("export "));
      const methods = exports.flatMap((line) => line.match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g) ?? []);
      return [...new Set(methods)].map((method) => `${path.dirname(file)} ${method}`);
    });
    expect(found.flat().sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.entries(routes).filter(([, { call }]) => call !== undefined))("%s answers each kind of caller as it should", async (_, route) => {
    const codes: Record<number, string> = { 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: "NOT_FOUND" };
    for (const caller of callers) {
      const response = await route.call?.(await things(), headersOf.get(caller) ?? {});
      await response?.body?.cancel();
      expect({ caller, code: codes[response?.status ?? 0] ?? "allowed" }).toEqual({ caller, code: expected(caller, route) });
      expect(response?.status).toBeLessThan(500);
    }
  });
});
