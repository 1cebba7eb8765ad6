import Link from "next/link";
import { workspace } from "@/app/_features/shell/workspace";
import { NumberedList } from "@/app/_ui/page/numbered-list";
import { PageHead } from "@/app/_ui/page/page-head";
import { AskForm } from "./ask-form";

type AskPageProps = {
  /** Nothing was asked yet: the page says what will come of it. */
  first: boolean;
};

/** The page on which a request is made. */
export const AskPage = async ({ first }: AskPageProps) => {
  const { call } = await workspace();
  const [packs, providers, library] = [await call.categories.list(), await call.providers.list(), await call.documents.list({})];
  const shelves = await call.collections.list();
  const choices = packs.map(({ slug, name, description, subjectNoun, version, categories }) => ({
    slug,
    name,
    description,
    subjectNoun,
    version,
    categories: categories.filter((category) => category.active).map(({ slug, name, number, apis }) => ({ slug, name, number: number ?? 0, apis })),
  }));
  const documents = library.totals.documents - library.totals.waiting - library.totals.failed;
  return (
    <>
      <PageHead
        crumbs={first ? [] : [{ label: "Research", href: "/research" }, { label: "New request" }]}
        title={first ? "What do you want to know?" : "New request"}
        lead="Name one subject. Variorum asks several sources about it, category by category, and shows where they agree."
      />
      <AskForm packs={choices} providers={providers} documents={documents} shelves={shelves} outlook={<Outlook documents={documents} />} />
    </>
  );
};

const Outlook = ({ documents }: { documents: number }) => (
  <section className="mt-8" aria-labelledby="outlook">
    <h2 className="aside-title mb-3" id="outlook">
      What you will get
    </h2>
    <NumberedList
      items={[
        {
          key: "text",
          title: "A text in which every sentence can be traced.",
          children: "Sentences whose numbers are not in their source are withheld, and counted.",
        },
        { key: "ledger", title: "A ledger of conflicts.", children: "The losing side keeps its number and its quote." },
        { key: "end", title: "An honest end for each category.", children: "Found, searched and nothing found, not searched, or blocked." },
      ]}
    />
    <p className="note mt-4">
      {documents === 0 ? "Your library is empty. " : `Your library has ${documents} ${documents === 1 ? "document" : "documents"}. `}
      <Link href="/library">{documents === 0 ? "Add documents, or the example library" : "Open the library"}</Link>
    </p>
  </section>
);
