// For tests of editions: an account with a small library whose witnesses differ, and runs of the trial pack on the real engine of this process.
import { expect } from "vitest";
import type { TestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { addDocument } from "@/server/library/documents/add-document";
import { deleteDocument } from "@/server/library/documents/delete-document";
import { waitForDocuments } from "@/server/library/documents/wait-for-documents";
import { type Ctx, ownerScope } from "@/server/platform/context";
import { newId } from "@/server/platform/ids";
import { watchRun } from "../requests/watch-run";
import { researchFor, witnesses } from "../testing";
import { readEdition } from "./read-edition";
import { rerunRequest } from "./rerun-request";
import { type Edition, editionSchema } from "./schema";

export type Reader = { readonly id: string; readonly ctx: Ctx };

export function editionsFor(test: TestDatabase) {
  const research = researchFor(test);
  const engine = functionsFor(test);

  const add = async (reader: Reader, files: Readonly<Record<string, string>>): Promise<string[]> => {
    const added: string[] = [];
    for (const [fileName, content] of Object.entries(files)) {
      const { documentId } = await addDocument(reader.ctx, ownerScope(reader.id), { fileName, bytes: new TextEncoder().encode(content) });
      added.push(documentId);
    }
    expect((await waitForDocuments(reader.ctx, ownerScope(reader.id), added)).failed).toEqual([]);
    return added;
  };
  const ended = async (reader: Reader, id: string): Promise<Edition> => {
    const { events } = await watchRun(reader.ctx, { id, cursor: 0 });
    for await (const _event of events(0, AbortSignal.timeout(90_000)));
    return editionSchema.parse(await readEdition(reader.ctx, id));
  };
  return {
    research,
    engine,
    add,
    remove: (reader: Reader, documentId: string) => deleteDocument(reader.ctx, ownerScope(reader.id), { documentId }),
    ended,
    /** A new account with the two witnesses in its library, or with the given files. */
    reader: async (files: Readonly<Record<string, string>> = witnesses): Promise<Reader & { readonly documents: string[] }> => {
      const { id } = await research.account();
      const reader = { id, ctx: engine.ctxOf(id) };
      return { ...reader, documents: await add(reader, files) };
    },
    run: async (reader: Reader): Promise<Edition> => ended(reader, await research.submit(reader.ctx)),
    again: async (reader: Reader, id: string): Promise<Edition> =>
      ended(reader, (await rerunRequest(reader.ctx, { id, idempotencyKey: newId(), fresh: true })).id),
  };
}
