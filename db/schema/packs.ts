import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CategoryDefinition } from "@/server/research/categories/schema";
import { at, createdAt, id } from "./columns";

export const packs = pgTable("pack", {
  id: id(),
  slug: text("slug").notNull().unique("pack_slug"),
  name: text("name").notNull(),
  description: text("description").notNull(),
  subjectNoun: text("subject_noun").notNull(),
  subjectKind: text("subject_kind", { enum: ["drug", "passage", "company", "topic"] }).notNull(),
  position: integer("position").notNull(),
  /** Raised by every change of the pack or of one of its categories. */
  version: integer("version").notNull().default(1),
  createdAt: createdAt(),
});

export const categories = pgTable(
  "category",
  {
    id: id(),
    packId: text("pack_id")
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    priority: integer("priority").notNull(),
    active: boolean("active").notNull().default(true),
    version: integer("version").notNull().default(1),
    definition: jsonb("definition").$type<CategoryDefinition>().notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("category_pack_slug").on(t.packId, t.slug)],
);

/** Every version a category ever had; requests keep the number they ran with. */
export const categoryVersions = pgTable(
  "category_version",
  {
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    definition: jsonb("definition").$type<CategoryDefinition>().notNull(),
    changedBy: text("changed_by").notNull(),
    reason: text("reason"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.version] }), index("category_version_at").on(t.at)],
);
