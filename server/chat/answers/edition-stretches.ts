import type { Ctx } from "@/server/platform/context";
import { isAppError } from "@/server/platform/errors";
import { readEdition } from "@/server/research/editions/read-edition";
import type { Edition } from "@/server/research/editions/schema";
import type { OpenConflict, Stretch } from "./core/stretch";

type EditionStretch = Omit<Stretch, "id">;

/** The published sentences of editions as passages, and the conflicts of their categories that are open. What is gone or not the actor's is left out. */
export async function editionStretches(
  ctx: Pick<Ctx, "db" | "actor">,
  ids: readonly string[],
): Promise<{ stretches: EditionStretch[]; conflicts: OpenConflict[]; read: number }> {
  const stretches: EditionStretch[] = [];
  const conflicts: OpenConflict[] = [];
  let read = 0;
  for (const id of ids) {
    const edition = await editionOrNull(ctx, id);
    if (!edition) continue;
    read += 1;
    stretches.push(...stretchesOf(edition));
    conflicts.push(...conflictsOf(edition));
  }
  return { stretches, conflicts, read };
}

async function editionOrNull(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<Edition | null> {
  try {
    return await readEdition(ctx, id);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

const keyOf = (requestId: string, slug: string) => `edition:${requestId}:${slug}`;
const subjectOf = ({ request }: Edition) => request.identity?.name ?? request.subject;

function stretchesOf(edition: Edition): EditionStretch[] {
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  return edition.categories.flatMap((category) =>
    category.summary.sentences.map((sentence, index): EditionStretch => {
      const cited = sentence.citations.flatMap(({ sourceId }) => sources.get(sourceId) ?? []);
      const [first] = cited.toSorted((a, b) => a.tier - b.tier);
      return {
        key: keyOf(edition.request.id, category.slug),
        title: `${subjectOf(edition)}: ${category.name}`,
        documentId: null,
        requestId: edition.request.id,
        slug: category.slug,
        sentence: index + 1,
        start: 0,
        page: null,
        heading: sentence.section,
        text: sentence.text,
        tier: first?.tier ?? 10,
        date: first?.date ?? null,
        publisher: null,
        licence: first?.licence ?? null,
        voice: first?.voice ?? keyOf(edition.request.id, category.slug),
        superseded: cited.length > 0 && cited.every((source) => source.superseded),
      };
    }),
  );
}

function conflictsOf(edition: Edition): OpenConflict[] {
  return edition.categories.flatMap((category) =>
    category.conflicts
      .filter((conflict) => conflict.status === "open")
      .map(({ statement }) => ({
        key: keyOf(edition.request.id, category.slug),
        requestId: edition.request.id,
        category: category.name,
        statement,
      })),
  );
}
