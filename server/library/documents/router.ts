import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { addExampleLibrary } from "./add-example-library";
import { addFromUrl } from "./add-from-url";
import { changeDocument } from "./change-document";
import { deleteDocument } from "./delete-document";
import { findDocument } from "./find-document";
import { getDocument } from "./get-document";
import { getSteps } from "./get-steps";
import { listDocuments } from "./list-documents";
import { addFolderForOperator } from "./read-folder-into-library";
import { readPassage } from "./read-passage";
import { retryDocument } from "./retry-document";
import {
  addressSchema,
  documentChangeSchema,
  documentHashSchema,
  documentIdSchema,
  documentPageSchema,
  folderSchema,
  passageRangeSchema,
} from "./schema";

export const documentsRouter = router({
  list: approvedProcedure.input(documentPageSchema).query(({ ctx, input }) => listDocuments(ctx, ownerScope(ctx.actor.userId), input)),
  get: approvedProcedure.input(documentIdSchema).query(({ ctx, input }) => getDocument(ctx, ownerScope(ctx.actor.userId), input)),
  byHash: approvedProcedure.input(documentHashSchema).query(({ ctx, input }) => findDocument(ctx, ownerScope(ctx.actor.userId), input)),
  steps: approvedProcedure.input(documentIdSchema).query(({ ctx, input }) => getSteps(ctx, ownerScope(ctx.actor.userId), input)),
  passage: approvedProcedure.input(passageRangeSchema).query(({ ctx, input }) => readPassage(ctx, ownerScope(ctx.actor.userId), input)),
  change: approvedProcedure.input(documentChangeSchema).mutation(({ ctx, input }) => changeDocument(ctx, ownerScope(ctx.actor.userId), input)),
  delete: approvedProcedure.input(documentIdSchema).mutation(({ ctx, input }) => deleteDocument(ctx, ownerScope(ctx.actor.userId), input)),
  retry: approvedProcedure.input(documentIdSchema).mutation(({ ctx, input }) => retryDocument(ctx, ownerScope(ctx.actor.userId), input)),
  addFolder: approvedProcedure.input(folderSchema).mutation(({ ctx, input }) => addFolderForOperator(ctx, input)),
  addFromUrl: approvedProcedure.input(addressSchema).mutation(({ ctx, input }) => addFromUrl(ctx, ownerScope(ctx.actor.userId), input)),
  addExamples: approvedProcedure.mutation(({ ctx }) => addExampleLibrary(ctx, ownerScope(ctx.actor.userId))),
});
