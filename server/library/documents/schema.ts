// What a library document is to the outside: kinds, limits, what it says about itself, and the event that has it processed.
import { z } from "zod";
import { limits } from "./limits";

export const documentFormats = ["txt", "md", "html", "pdf", "docx", "pptx", "epub", "rtf"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const mediaTypes: Record<DocumentFormat, string> = {
  txt: "text/plain",
  md: "text/markdown",
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  epub: "application/epub+zip",
  rtf: "application/rtf",
};

export const documentKinds = ["general", "biblical", "theological", "label", "paper", "report"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Parts of a document's processing, in the order people see them; the first two make it ready. */
export const documentStepNames = ["read", "index", "references", "themes", "meanings", "record"] as const;
export type DocumentStep = (typeof documentStepNames)[number];

/** Front matter keys as files write them (`copy_of`) and what they must look like. */
export const frontMatterShapes = {
  title: z.string().min(1).max(limits.title),
  publisher: z.string().min(1).max(200),
  author: z.string().min(1).max(400),
  date: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "must be a year, year-month or date, such as 2018-04"),
  jurisdiction: z.string().regex(/^[A-Za-z][A-Za-z-]{1,15}$/, "must be a short code, such as US or EU"),
  tier: z.coerce
    .number({ error: "must be a number from 1 to 10" })
    .int("must be a whole number")
    .min(1, "must be 1 to 10")
    .max(10, "must be 1 to 10"),
  identity: z
    .string()
    .max(500)
    .regex(/^(doi|pmid|pmcid|nct|setid|application|isbn|url|document):\s*\S.*$/i, "must be a scheme and a value, such as doi:10.1000/182"),
  url: z.url({ protocol: /^https?$/, error: "must be a web address" }).max(2048),
  copy_of: z.string().min(1).max(500),
  superseded_by: z.string().min(1).max(500),
  licence: z.string().min(1).max(120),
  language: z.string().regex(/^[a-z]{2,3}$/, "must be a language code, such as en"),
} as const;
export type FrontMatterKey = keyof typeof frontMatterShapes;

/**
 * Stored with the document, under the keys of the front matter. `identity` is `scheme:value`; `copy_of` and
 * `superseded_by` name a file of the library or an identity. `detected` lists what was read off the text rather than
 * stated by the file; `other` keeps keys that mean nothing here.
 */
export const documentMetadataSchema = z.object({
  publisher: z.string().optional(),
  author: z.string().optional(),
  date: z.string().optional(),
  jurisdiction: z.string().optional(),
  tier: z.number().int().min(1).max(10).default(10),
  identity: z.string().optional(),
  url: z.string().optional(),
  copy_of: z.string().optional(),
  superseded_by: z.string().optional(),
  licence: z.string().optional(),
  detected: z.array(z.string()).default([]),
  /** Under which title a register lists the document's DOI. */
  registered: z.object({ register: z.string(), title: z.string().nullable() }).optional(),
  other: z.record(z.string(), z.string()).default({}),
});
export type DocumentMetadata = z.infer<typeof documentMetadataSchema>;

export const documentAdded = {
  name: "library/document.added",
  schema: z.object({ documentId: z.string(), ownerId: z.string() }),
} as const;

/** Bodies of the events on the stream `library:<ownerId>`, by type. */
export const libraryEventBodies = {
  "document.added": z.object({ documentId: z.string() }),
  "document.processing": z.object({ documentId: z.string() }),
  "document.ready": z.object({ documentId: z.string(), passages: z.number().int(), pages: z.number().int().nullable() }),
  "document.failed": z.object({ documentId: z.string(), reason: z.string() }),
  "document.step": z.object({ documentId: z.string(), step: z.enum(documentStepNames), status: z.enum(["running", "done", "skipped", "failed"]) }),
  "document.changed": z.object({ documentId: z.string() }),
  "document.deleted": z.object({ documentId: z.string() }),
} as const;
export type LibraryEventType = keyof typeof libraryEventBodies;

export function libraryStream(ownerId: string): string {
  return `library:${ownerId}`;
}

/** SHA-256 of the file in lower-case hexadecimal. */
export const documentHashSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, "A file is named by the 64 hexadecimal digits of its SHA-256."),
});
export const documentIdSchema = z.object({ documentId: z.string().min(1).max(40) });
/** A folder of the machine that the server runs on; only the command line there may name one. */
export const folderSchema = z.object({ folder: z.string().min(1, "Name a folder.").max(4096) });
/** Of a page or file on the web; what may be asked is the way out's to judge. */
export const addressSchema = z.object({ url: z.string().trim().min(1, "Give an address, such as https://example.org/paper.pdf.").max(2048) });
export const documentPageSchema = z.object({
  limit: z.number().int().min(1).max(200).default(50),
  kind: z.enum(documentKinds).optional(),
  collection: z.string().max(80).optional(),
  /** Id of the last document of the page before. */
  before: z.string().max(40).optional(),
});
export const documentChangeSchema = documentIdSchema.extend({
  kind: z.enum(documentKinds).optional(),
  /** Name of one of the owner's collections; null takes it off its shelf. */
  collection: z.string().max(80).nullable().optional(),
  /** workspace: every approved person reads and searches it; only its owner changes it. */
  visibility: z.enum(["private", "workspace"]).optional(),
});
export type DocumentChange = z.infer<typeof documentChangeSchema>;
export const passageRangeSchema = documentIdSchema.extend({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
