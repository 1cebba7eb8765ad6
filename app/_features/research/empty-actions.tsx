import { LinkButton } from "@/app/_ui/controls/link-button";
import type { EditionCategory } from "@/server/research/editions/schema";

/** The ways on from a category without a text. */
export const EmptyActions = ({ category, id }: { category: Pick<EditionCategory, "outcome">; id: string }) =>
  category.outcome === "failed" || category.outcome === "blocked" || category.outcome === "not_searched" ? (
    <LinkButton href={`/research/${id}`}>Go to the run, and retry there</LinkButton>
  ) : (
    <>
      <LinkButton href="/library">Add documents</LinkButton>
      <LinkButton href="/research/new">Ask again</LinkButton>
    </>
  );
