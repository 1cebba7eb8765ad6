// For tests of research: a pack of three categories, accounts, a clock and an event port in the test's hands, and a category's steps one by one.
import { eq } from "drizzle-orm";
import pino from "pino";
import { beforeAll } from "vitest";
import { users } from "@/db/schema/identity";
import { conflicts, requestCategories, requests } from "@/db/schema/research";
import type { TestDatabase } from "@/db/testing";
import { type Actor, type Ctx, makeCtx, type OutgoingEvent } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import type { PackDefinition, PackDefinitionInput } from "./categories/schema";
import { packDefinitionSchema } from "./categories/schema";
import { seedPacks } from "./categories/seed-packs";
import { extractCategoryClaims } from "./claims/extract-category-claims";
import { detectCategoryConflicts } from "./conflicts/detect-category-conflicts";
import { askProvider } from "./providers/ask-provider";
import { planCategory } from "./requests/plan-category";
import { continueRequest, recordCategory } from "./requests/record-category";
import { submitRequestSchema } from "./requests/schema";
import { categoriesOf, type RequestCategoryRow } from "./requests/store";
import { submitRequest } from "./requests/submit-request";
import { gatherSources } from "./sources/gather-sources";
import { writeSummary } from "./synthesis/write-summary";
import { verifySources } from "./verification/verify-sources";

type CategoryInput = PackDefinitionInput["categories"][number];

function category(slug: string, name: string, priority: number, change: Partial<CategoryInput>): CategoryInput {
  return {
    slug,
    name,
    description: `${name} of a drug.`,
    searchParameters: { queries: [`{subject} ${name}`] },
    processingRules: { facts: [{ name: "none", label: name, kind: "text", synonyms: [name.toLowerCase()] }] },
    promptTemplates: { search: "Look.", extract: "Read.", adjudicate: "Weigh." },
    verificationCriteria: { minIndependentSources: 1, minTier: 10, mustAnchorQuote: true },
    conflictResolutionStrategy: "manual",
    priority,
    ...change,
  };
}

/** Half-lives that the library tells, doses that openFDA may tell as well, and harvests of which nothing is written anywhere. */
export const trialPack: PackDefinition = packDefinitionSchema.parse({
  slug: "trial",
  name: "Trial pack",
  description: "Three categories for tests.",
  subjectNoun: "drug",
  subjectKind: "drug",
  categories: [
    category("half-life", "Elimination half-life", 10, {
      searchParameters: { queries: ["{subject} elimination half-life"], terms: ["half-life"] },
      processingRules: { facts: [{ name: "half_life", label: "Elimination half-life", kind: "quantity", unit: "h", synonyms: ["half-life"] }] },
    }),
    category("dose", "Maximum dose", 20, {
      searchParameters: {
        queries: ["{subject} maximum daily dose"],
        terms: ["dose", "dosage"],
        apis: ["openfda"],
        labelSections: ["dosage_and_administration"],
      },
      processingRules: {
        facts: [{ name: "maximum_dose", label: "Maximum daily dose", kind: "quantity", unit: "mg", synonyms: ["maximum daily dose"] }],
      },
    }),
    category("harvest", "Harvest dates", 30, {
      searchParameters: { queries: ["{subject} harvest"], terms: ["harvest"] },
    }),
  ],
});

/** Two witnesses of an invented drug who differ about its half-life and agree about its dose. */
export const witnesses = {
  "older.md": `---
title: Celandrin tablets, older leaflet
date: 2010-01
tier: 4
---
# Celandrin

## Pharmacokinetics

The elimination half-life of celandrin in plasma is 6.2 hours.

## Dosage

The maximum daily dose of celandrin is 40 mg.
`,
  "newer.txt": `Celandrin: a newer study.

In healthy adults the elimination half-life of celandrin in plasma was 14 hours. It was given with water.

The maximum daily dose of celandrin is 40 mg, divided over two meals.
`,
} as const;

export function researchFor(test: TestDatabase) {
  let now = Date.parse("2026-03-02T09:00:00Z");
  const clock = { now: () => new Date(now) };
  const sent: OutgoingEvent[] = [];
  const log = pino({ level: "silent" });
  const ctxOf = (actor: Actor): Ctx => makeCtx({ db: test.db, actor, log, clock, events: { send: async (events) => void sent.push(...events) } });
  beforeAll(async () => {
    await seedPacks(test.db, [trialPack], clock);
  });
  const system = () => ctxOf({ kind: "system", name: "research" });

  const submit = async (ctx: Ctx, input: Record<string, unknown> = {}): Promise<string> => {
    const parsed = submitRequestSchema.parse({ subject: "Celandrin", pack: "trial", idempotencyKey: newId(), providers: ["library"], ...input });
    return (await submitRequest(ctx, parsed)).id;
  };
  const categories = (requestId: string): Promise<RequestCategoryRow[]> => categoriesOf(test.db, [requestId]);

  return {
    clock,
    /** Every event that was sent, oldest first. */
    sent,
    ctxOf,
    system,
    submit,
    categories,
    later: (ms: number) => {
      now += ms;
    },
    /** A new approved account and its context. */
    account: async (role: "user" | "admin" = "user"): Promise<{ id: string; ctx: Ctx }> => {
      const id = newId();
      await test.db.insert(users).values({ id, name: "Reader", email: `${id}@example.org`, role, status: "approved" });
      return { id, ctx: ctxOf({ kind: "user", userId: id, role, status: "approved" }) };
    },
    /** An entry in the ledger of a category, in no matter what state; its id. */
    conflict: async (row: Pick<RequestCategoryRow, "id"> | undefined): Promise<string> => {
      const id = newId();
      const sides = ["1 h", "2 h"].map((label) => ({ claimIds: [newId()], sourceIds: [newId()], label }));
      const rest = { severity: "minor", strategy: "manual", winner: null, statement: "They differ.", rationale: "By hand." } as const;
      const detail = { attribute: "half_life", kind: "value", status: "open", sides, ...rest, differing: [], unstated: [] } as const;
      await test.db.insert(conflicts).values({
        id,
        requestCategoryId: row?.id ?? "",
        attribute: detail.attribute,
        kind: detail.kind,
        status: detail.status,
        detail: { ...detail, differing: [], unstated: [] },
      });
      return id;
    },
    /** Works on a category of an ended request as if its run went on, and ends it again. */
    reopened: async (row: Pick<RequestCategoryRow, "id" | "requestId">, work: () => Promise<void>) => {
      await test.db.update(requests).set({ status: "processing" }).where(eq(requests.id, row.requestId));
      await test.db.update(requestCategories).set({ state: "writing" }).where(eq(requestCategories.id, row.id));
      await work();
      await test.db.update(requestCategories).set({ state: "done" }).where(eq(requestCategories.id, row.id));
      await test.db.update(requests).set({ status: "completed" }).where(eq(requests.id, row.requestId));
    },
    /** The steps of a category up to and without `until`, as the durable function takes them. */
    work: async (row: Pick<RequestCategoryRow, "id" | "round" | "requestId">, until: Step | "end" = "end") => {
      const input = { requestCategoryId: row.id, round: row.round };
      for (const step of steps) {
        if (step === until) return;
        await run[step](system(), input, row.requestId);
      }
    },
  };
}

const steps = ["ask", "gather", "verify", "extract", "conflicts", "synthesise", "record", "continue"] as const;
export type Step = (typeof steps)[number];
type Input = { readonly requestCategoryId: string; readonly round: number };

const run: Record<Step, (ctx: Ctx, input: Input, requestId: string) => Promise<unknown>> = {
  ask: async (ctx, input) => {
    const { providers } = await planCategory(ctx, input);
    for (const provider of providers) await askProvider(ctx, { ...input, provider, lastAttempt: true });
  },
  gather: gatherSources,
  verify: verifySources,
  extract: extractCategoryClaims,
  conflicts: detectCategoryConflicts,
  synthesise: writeSummary,
  record: recordCategory,
  continue: (ctx, _input, requestId) => continueRequest(ctx, { requestId }),
};
