import { sql } from "drizzle-orm";
import { type Queryable, rowsOf } from "@/db/client";

/** In how many passages of a search scope each lexeme stands; lexemes that stand in none are left out. */
export async function frequenciesOf(db: Queryable, scopeId: number, lexemes: readonly string[]): Promise<Map<string, number>> {
  const rows = rowsOf<{ lexeme: string; df: number }>(
    await db.execute(sql`
      select lexeme, sum(df)::int as df from posting
      where scope_id = ${scopeId} and lexeme = any(string_to_array(${lexemes.join("\n")}, E'\n')) group by lexeme`),
  );
  return new Map(rows.map(({ lexeme, df }) => [lexeme, Number(df)]));
}
