// What each procedure of the router may be called by, for the test that calls all of them.
import { newId } from "@/server/platform/ids";
import { trialPack } from "@/server/research/testing";

/** Things of the owner's that a call may name. */
export type Things = {
  readonly requestId: string;
  readonly documentId: string;
  readonly collectionId: string;
  readonly hash: string;
  readonly categoryId: string;
  readonly userId: string;
  readonly conflictId: string;
  readonly watchId: string;
  /** Of the text of a page that was kept of source 1. */
  readonly pageHash: string;
  readonly conversationId: string;
  /** Under way in the conversation. */
  readonly chatAnswerId: string;
};
export const nothing: Things = {
  requestId: "none",
  documentId: "none",
  collectionId: "none",
  hash: "0".repeat(64),
  categoryId: "none",
  userId: "none",
  conflictId: "none",
  watchId: "none",
  pageHash: "0".repeat(64),
  conversationId: "none",
  chatAnswerId: "none",
};

export type Expectation = {
  /** From which rung on the ladder it may be called at all. */
  readonly from: "everyone" | "approved" | "admin" | "operator";
  /** What it names belongs to somebody: for others it is as if it were not there. */
  readonly sees?: "owner" | "owner and admins" | "admins";
  readonly input?: (named: Things) => unknown;
};
const submission = { subject: "Celandrin", pack: "trial", providers: ["library"] };

export const procedures: Record<string, Expectation> = {
  "identity.me": { from: "everyone" },
  "identity.wayIn": { from: "everyone" },
  "identity.listUsers": { from: "admin" },
  "identity.decideUser": { from: "admin", sees: "admins", input: ({ userId }) => ({ userId, decision: "approve" }) },
  "identity.changeRole": { from: "admin", sees: "admins", input: ({ userId }) => ({ userId, role: "user" }) },
  "documents.list": { from: "approved", input: () => ({}) },
  "documents.get": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId }) },
  "documents.byHash": { from: "approved", sees: "owner", input: ({ hash }) => ({ hash }) },
  "documents.passage": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId, start: 0, end: 1 }) },
  "reader.apparatus": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId }) },
  "documents.steps": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId }) },
  "documents.change": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId, kind: "report" }) },
  "documents.delete": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId }) },
  "documents.retry": { from: "approved", sees: "owner", input: ({ documentId }) => ({ documentId }) },
  "documents.addFolder": { from: "operator", input: () => ({ folder: "/nowhere" }) },
  "documents.addFromUrl": { from: "approved", input: () => ({ url: "http://127.0.0.1/" }) },
  "documents.addExamples": { from: "approved" },
  "collections.list": { from: "approved" },
  "collections.create": { from: "approved", input: () => ({ name: `Shelf ${newId()}` }) },
  "collections.rename": { from: "approved", sees: "owner", input: ({ collectionId }) => ({ collectionId, name: `Shelf ${newId()}` }) },
  "collections.delete": { from: "approved", sees: "owner", input: ({ collectionId }) => ({ collectionId }) },
  "search.passages": { from: "approved", input: () => ({ typed: "half-life", limit: 5 }) },
  "search.titles": { from: "approved", input: () => ({ query: "half-life", limit: 5 }) },
  "categories.list": { from: "approved" },
  "categories.read": { from: "admin", sees: "admins", input: ({ categoryId }) => ({ categoryId }) },
  "categories.update": {
    from: "admin",
    sees: "admins",
    input: ({ categoryId }) => ({ categoryId, version: 1, definition: trialPack.categories[0], reason: "A test." }),
  },
  "requests.check": { from: "approved", input: () => ({ pack: "trial" }) },
  "requests.submit": { from: "approved", input: () => ({ ...submission, idempotencyKey: newId() }) },
  "requests.resumeOrSubmit": { from: "approved", input: () => ({ ...submission, keyPrefix: newId() }) },
  "requests.list": { from: "approved", input: () => ({}) },
  "requests.find": { from: "approved", input: () => ({ query: "celandrin", limit: 5 }) },
  "requests.cancel": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "requests.retry": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "requests.askAgain": {
    from: "approved",
    sees: "owner and admins",
    input: ({ requestId }) => ({ id: requestId, slug: "half-life", provider: "library" }),
  },
  "requests.events": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId, upTo: 0 }) },
  "requests.providers": { from: "approved" },
  "providers.list": { from: "approved" },
  "providers.estimate": { from: "approved", input: () => ({ pack: "trial", providers: ["library"] }) },
  "providers.month": { from: "approved" },
  "providers.bill": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ requestId }) },
  "providers.overview": { from: "admin" },
  "providers.switch": { from: "admin", input: () => ({ provider: "tavily", enabled: true, version: 0, reason: "A test." }) },
  // Without a key it is off, and nothing is asked.
  "providers.test": { from: "admin", input: () => ({ provider: "openai" }) },
  "providers.prices": { from: "admin" },
  "providers.setPrice": {
    from: "admin",
    input: () => ({ provider: "openai", model: "m", prices: { input: 1 }, validFrom: "2026-01-01T00:00:00Z", version: 0, reason: "A test." }),
  },
  "sources.get": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId, number: 1 }) },
  "sources.text": {
    from: "approved",
    sees: "owner and admins",
    input: ({ requestId, pageHash }) => ({ id: requestId, number: 1, hash: pageHash }),
  },
  "sources.changes": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "editions.citing": { from: "approved", input: ({ hash }) => ({ hash }) },
  "chat.citing": { from: "approved", input: ({ documentId }) => ({ documentId }) },
  "editions.get": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "editions.run": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "editions.ledger": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "editions.writing": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId, slug: "half-life" }) },
  "editions.rawAnswer": {
    from: "approved",
    sees: "owner and admins",
    input: ({ requestId }) => ({ id: requestId, slug: "half-life", provider: "library" }),
  },
  "editions.changes": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId }) },
  "editions.runAgain": { from: "approved", sees: "owner", input: ({ requestId }) => ({ id: requestId, idempotencyKey: newId() }) },
  "watches.list": { from: "approved" },
  "watches.ofRequest": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ requestId }) },
  "watches.save": { from: "approved", sees: "owner", input: ({ requestId }) => ({ requestId, interval: "weekly" }) },
  "watches.change": { from: "approved", sees: "owner", input: ({ watchId }) => ({ watchId, action: "pause" }) },
  "watches.notices": { from: "approved" },
  "watches.markRead": { from: "approved", input: () => ({ ids: null }) },
  "conflicts.override": {
    from: "approved",
    sees: "owner and admins",
    input: ({ conflictId }) => ({ conflictId, ruling: "open", reason: "A test." }),
  },
  "editions.providers": { from: "approved", sees: "owner and admins", input: ({ requestId }) => ({ id: requestId, slug: "half-life" }) },
  "chat.ask": {
    from: "approved",
    sees: "owner",
    input: ({ conversationId }) => ({ conversationId, text: "What is its half-life?", key: newId() }),
  },
  "chat.stop": { from: "approved", sees: "owner", input: ({ chatAnswerId }) => ({ answerId: chatAnswerId }) },
  "chat.left": { from: "approved" },
  "chat.choices": { from: "approved" },
  "conversations.list": { from: "approved", input: () => ({}) },
  "conversations.get": { from: "approved", sees: "owner", input: ({ conversationId }) => ({ id: conversationId }) },
  "conversations.create": { from: "approved", input: () => ({ scope: { everything: true } }) },
  "conversations.change": { from: "approved", sees: "owner", input: ({ conversationId }) => ({ id: conversationId, title: "Another name" }) },
  "conversations.delete": { from: "approved", sees: "owner", input: ({ conversationId }) => ({ id: conversationId }) },
};
