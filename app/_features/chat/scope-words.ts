// Where a conversation asks, in words that are said at all times.
import type { ScopeChoices } from "@/server/chat/answers/scope-choices";
import type { ChatScope } from "@/server/chat/conversations/schema";

const many = (count: number, what: string): string => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

/** "everything, 17 documents", "2 documents, 1 edition". */
export function scopeWords(scope: ChatScope, choices: ScopeChoices): string {
  if (scope.everything) {
    const editions = choices.editions.length > 0 ? ` and your newest ${choices.editions.length === 1 ? "edition" : "editions"}` : "";
    return `everything: ${many(choices.totals.documents, "document")}${editions}`;
  }
  const parts = [
    scope.collectionIds.length > 0 ? many(scope.collectionIds.length, "collection") : null,
    scope.documentIds.length > 0 ? named(scope.documentIds, choices.documents, "document") : null,
    scope.editionIds.length > 0
      ? named(
          scope.editionIds,
          choices.editions.map(({ id, subject }) => ({ id, title: `the edition ${subject}` })),
          "edition",
        )
      : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** One is called by its name. */
function named(ids: readonly string[], known: readonly { id: string; title: string }[], what: string): string {
  const [only] = ids;
  const title = ids.length === 1 ? known.find(({ id }) => id === only)?.title : undefined;
  return title ?? many(ids.length, what);
}

/** Collections that documents name, each with how many it has. */
export function collectionsOf({ documents }: ScopeChoices): { name: string; documents: number }[] {
  const counted = new Map<string, number>();
  for (const { collection } of documents) if (collection) counted.set(collection, (counted.get(collection) ?? 0) + 1);
  return [...counted].map(([name, count]) => ({ name, documents: count })).sort((a, b) => a.name.localeCompare(b.name, "en"));
}
