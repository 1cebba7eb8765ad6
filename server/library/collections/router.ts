import { ownerScope } from "@/server/platform/context";
import { approvedProcedure, router } from "@/server/trpc/init";
import { createCollection } from "./create-collection";
import { deleteCollection } from "./delete-collection";
import { listCollections } from "./list-collections";
import { renameCollection } from "./rename-collection";
import { collectionIdSchema, newCollectionSchema, renamedCollectionSchema } from "./schema";

export const collectionsRouter = router({
  list: approvedProcedure.query(({ ctx }) => listCollections(ctx, ownerScope(ctx.actor.userId))),
  create: approvedProcedure.input(newCollectionSchema).mutation(({ ctx, input }) => createCollection(ctx, ownerScope(ctx.actor.userId), input)),
  rename: approvedProcedure.input(renamedCollectionSchema).mutation(({ ctx, input }) => renameCollection(ctx, ownerScope(ctx.actor.userId), input)),
  delete: approvedProcedure.input(collectionIdSchema).mutation(({ ctx, input }) => deleteCollection(ctx, ownerScope(ctx.actor.userId), input)),
});
