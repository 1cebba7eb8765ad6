import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, createdAt } from "./columns";
import { users } from "./identity";
import { documents, passages } from "./library";

/** What an embedding model made of a passage. Vectors of different models are never compared. */
export const passageVectors = pgTable(
  "passage_vector",
  {
    passageId: integer("passage_id")
      .notNull()
      .references(() => passages.id, { onDelete: "cascade" }),
    /** Provider and name of the model. */
    model: text("model").notNull(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    dimension: integer("dimension").notNull(),
    /** `dimension` little-endian 32-bit floats of length 1 together, so that a dot product is the cosine. */
    data: bytea("data").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.passageId, t.model] }),
    index("passage_vector_owner").on(t.ownerId, t.model, t.passageId),
    index("passage_vector_document").on(t.documentId),
  ],
);
