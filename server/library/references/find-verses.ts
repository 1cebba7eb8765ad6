import type { Ctx, OwnerScope } from "@/server/platform/context";
import { versesNamed } from "./verse-store";

export type Verse = {
  /** OSIS, as the reference has it. */
  readonly canonical: string;
  readonly documentId: string;
  readonly title: string;
  /** UTF-16 offsets in that document's text. */
  readonly start: number;
  readonly end: number;
};

/** More are not looked for at once. */
const most = 500;

/** Which of these places of scripture a biblical document that the owner may read, other than `besides`, holds under their own names; the first place of each. */
export async function findVerses(
  ctx: Pick<Ctx, "db">,
  scope: OwnerScope,
  { besides, canonicals }: { besides: string; canonicals: readonly string[] },
): Promise<Verse[]> {
  const rows = await versesNamed(ctx.db, scope, besides, [...new Set(canonicals)].slice(0, most));
  const first = new Map<string, Verse>();
  for (const row of rows) if (!first.has(row.canonical)) first.set(row.canonical, { ...row, title: row.title ?? "" });
  return [...first.values()];
}
