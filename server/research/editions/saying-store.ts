import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";
import { requestCategories, requests, sentences } from "@/db/schema/research";
import type { OwnerScope } from "@/server/platform/context";

export type Saying = { readonly id: string; readonly word: string };

/**
 * Which of the owner's editions that have ended have which of the words, in their subject or in a printed sentence: the newest `named` editions by
 * subject, the newest `looked` of them by sentence too. Newest first.
 */
export async function editionsSaying(
  db: Queryable,
  scope: OwnerScope,
  words: readonly string[],
  { named, looked }: { readonly named: number; readonly looked: number },
): Promise<Saying[]> {
  const patterns = words.map((word) => ({ word, pattern: `%${word.replace(/[\\%_]/g, "\\$&")}%` }));
  return rowsOf<Saying>(
    await db.execute(sql`
      with asked as (select word, pattern from jsonb_to_recordset(${JSON.stringify(patterns)}::jsonb) as w(word text, pattern text)),
        own as (
          select id, subject, created_at, row_number() over (order by created_at desc, id desc) as rank
          from ${requests} where owner_id = ${scope.ownerId} and ended_at is not null order by created_at desc, id desc limit ${named}
        )
      select own.id, asked.word from own, asked
      where own.subject ilike asked.pattern or (own.rank <= ${looked} and exists (
        select 1 from ${requestCategories} c join ${sentences} s on s.request_category_id = c.id
        where c.request_id = own.id and s.status = 'published' and s.text ilike asked.pattern))
      order by own.rank`),
  );
}
