import Link from "next/link";
import type { EditionSource } from "@/server/research/editions/schema";
import { identityWords } from "../sources/identity-words";
import type { ProviderNames } from "./feed-line";

type SourceUsesProps = {
  requestId: string;
  source: EditionSource;
  /** Names of categories by slug. */
  categories: ReadonlyMap<string, string>;
  providerNames: ProviderNames;
};

/** What a source is known by, who brought it, and the texts that it stands under. */
export const SourceUses = ({ requestId, source, categories, providerNames }: SourceUsesProps) => {
  const slugs = [...new Set(source.mentions.map((mention) => mention.category))];
  return (
    <>
      <p className="note mt-1">
        {identityWords(source.identity)}. Brought by {source.providers.map((provider) => providerNames[provider] ?? provider).join(", ")}.
      </p>
      <p className="note">
        In{" "}
        {slugs.map((slug, index) => (
          <span key={slug}>
            {index > 0 ? ", " : ""}
            <Link prefetch={false} href={`/research/${requestId}/text/${slug}#source-${source.number}`}>
              {categories.get(slug) ?? slug}
            </Link>
          </span>
        ))}
      </p>
    </>
  );
};
