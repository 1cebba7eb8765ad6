// Small editions for tests of comparing: one category, whatever sources, claims, conflicts and sentences a test names.
import { type Fact, factSchema } from "../../../categories/schema";
import type { Claim } from "../../../claims/schema";
import type { Conflict } from "../../../conflicts/schema";
import type { EditionCategory, EditionSource } from "../../schema";
import { type ComparedEdition, factKey } from "./compared";

type Stated = { readonly source: string; readonly hours: number };
type Given = {
  readonly stated?: readonly Stated[];
  readonly sentences?: readonly { readonly text: string; readonly source: string }[];
  readonly conflicts?: readonly Partial<Conflict>[];
  readonly hashes?: Readonly<Record<string, string>>;
  readonly retracted?: readonly string[];
  /** Of every source, after the edition had ended. */
  readonly foundLater?: readonly string[];
  readonly category?: Partial<EditionCategory>;
  readonly versions?: { readonly pack?: number; readonly category?: number; readonly program?: string };
  /** Ids, numbers and order differ from run to run. */
  readonly shuffled?: boolean;
};

const fact: Fact = factSchema.parse({ name: "half_life", label: "Elimination half-life", kind: "quantity", unit: "h", synonyms: ["half-life"] });

export function editionOf(given: Given): ComparedEdition {
  const { stated = [], sentences = [], conflicts = [], hashes = {}, retracted = [], versions = {}, shuffled = false } = given;
  const run = shuffled ? "b" : "a";
  const turned = <T>(list: readonly T[]): T[] => (shuffled ? [...list].reverse() : [...list]);
  const names = turned([...new Set([...stated, ...sentences].map(({ source }) => source))]);
  const idOf = (source: string) => `${run}-${source}`;
  const sources = names.map((name, index) => sourceOf(name, idOf(name), index + 1, retracted.includes(name)));
  const claims = turned(stated).map(({ source, hours }, index) => claimOf(`${run}-${index}`, idOf(source), hours));
  const stating = (hours: number) => claims.filter(({ value }) => value.kind === "quantity" && value.value === hours);
  const category: EditionCategory = {
    slug: "half-life",
    name: "Half-life",
    number: 1,
    status: "done",
    outcome: "found",
    coverage: null,
    summary: {
      sentences: turned(sentences).map(({ text, source }) => ({
        text,
        section: null,
        citations: [{ sourceId: idOf(source), quote: text, start: 0, end: text.length, page: null }],
      })),
      withheld: 0,
      withheldSentences: [],
    },
    claims,
    conflicts: conflicts.map((conflict, index) => ({
      ...disagreement(turned([6, 14]).map((hours) => side(hours, stating(hours)))),
      ...conflict,
      id: `${run}-${index}`,
    })),
    confidence: { value: 70, signals: [{ name: "support", weight: 30, value: 0.5, points: 15, explanation: "" }] },
    quality: null,
    strategy: "manual",
    sourceCount: sources.length,
    independentCount: sources.length,
    answers: [answerOf("library", "ok")],
    startedAt: null,
    endedAt: null,
    error: null,
    ...given.category,
  };
  return {
    edition: { request: { ...request, packVersion: versions.pack ?? 1 }, categories: [category], sources },
    programVersion: versions.program ?? "1.0.0",
    categoryVersions: new Map([[category.slug, versions.category ?? 1]]),
    facts: new Map([[factKey(category.slug, fact.name), fact]]),
    foundLater: new Map(sources.map(({ id }) => [id, new Set(given.foundLater ?? [])])),
    textHashes: new Map(sources.map(({ id }, index) => [id, hashes[names[index] ?? ""] ?? "as it was"])),
  };
}

export function answerOf(provider: string, status: "ok" | "failed"): EditionCategory["answers"][number] {
  return { provider, status, sources: 0, attempts: 1, error: null, costUsd: 0, costBasis: "free", startedAt: "2026-01-01T00:00:00Z", endedAt: null };
}

const request: ComparedEdition["edition"]["request"] = {
  id: "request",
  status: "completed",
  subject: "Celandrin",
  pack: "trial",
  packName: "Trial pack",
  packVersion: 1,
  identity: null,
  providers: ["library"],
  note: null,
  series: "request",
  previous: null,
  changes: null,
  createdAt: "2026-01-01T00:00:00Z",
  startedAt: null,
  endedAt: null,
};

function sourceOf(name: string, id: string, number: number, retracted: boolean): EditionSource {
  return {
    id,
    number,
    identity: { scheme: "document", value: name },
    aliases: [],
    title: name,
    url: null,
    tier: 4,
    date: null,
    jurisdiction: null,
    publisher: null,
    licence: null,
    superseded: false,
    voice: name,
    providers: ["library"],
    mentions: [{ category: "half-life", provider: "library", role: "cited" }],
    verification: { outcome: retracted ? "retracted" : "verified", rungs: [] },
    documentId: name,
  };
}

function claimOf(id: string, sourceId: string, hours: number): Claim {
  return {
    id,
    sourceId,
    attribute: "half_life",
    value: { kind: "quantity", value: hours, op: "=", approx: false, unit: "h", unitAssumed: false },
    qualifiers: {},
    polarity: "affirmed",
    hedged: false,
    raw: `${hours} hours`,
    quote: `It is ${hours} hours.`,
    start: 0,
    end: 10,
    page: null,
    extractor: "rule",
  };
}

function side(hours: number, claims: readonly Claim[]): Conflict["sides"][number] {
  return { claimIds: claims.map(({ id }) => id), sourceIds: claims.map(({ sourceId }) => sourceId), label: `${hours} h` };
}

function disagreement(sides: Conflict["sides"]): Omit<Conflict, "id"> {
  const attribute = "half_life";
  return {
    attribute,
    kind: "value",
    severity: "major",
    status: "open",
    strategy: "manual",
    sides,
    winner: null,
    statement: "They differ.",
    rationale: "Left open.",
    differing: [],
    unstated: [],
  };
}
