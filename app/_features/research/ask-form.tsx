"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { CardChoice, CardChoices } from "@/app/_ui/controls/card-choice";
import { CheckGrid } from "@/app/_ui/controls/check-grid";
import { Choice } from "@/app/_ui/controls/choice";
import { FormError } from "@/app/_ui/controls/form-error";
import { TextInput } from "@/app/_ui/controls/text-input";
import { subjectLimit, subjectSchema } from "@/server/research/requests/schema";
import type { ProviderStanding } from "@/server/research/resilience/provider-states";
import { typedCap } from "./cap";
import { Estimate } from "./estimate";
import { ScopeChoice, type Shelf, useLibraryScope } from "./library-scope";
import { ProviderTable } from "./provider-table";
import { questionsFor } from "./questions";
import { RunLimits } from "./run-limits";

export type PackChoice = {
  slug: string;
  name: string;
  description: string;
  subjectNoun: string;
  version: number;
  categories: { slug: string; name: string; number: number; apis: string[] }[];
};

type AskFormProps = {
  packs: readonly PackChoice[];
  providers: readonly ProviderStanding[];
  documents: number;
  shelves: readonly Shelf[];
  /** What comes of it, under the estimate. */
  outlook: ReactNode;
};

const all = (pack: PackChoice | undefined) => new Set(pack?.categories.map((category) => category.slug));

/** Subject, pack, categories, providers, and what it may cost. Nothing is asked before the button is pressed. */
export const AskForm = ({ packs, providers, documents, shelves, outlook }: AskFormProps) => {
  const router = useRouter();
  const [subject, setSubject] = useState("");
  const [packSlug, setPackSlug] = useState(packs[0]?.slug ?? "");
  const pack = packs.find((candidate) => candidate.slug === packSlug);
  const [categories, setCategories] = useState(all(pack));
  const [asked, setAsked] = useState(new Set(providers.filter((provider) => provider.off === null).map((provider) => provider.id)));
  const [wrong, setWrong] = useState<string | null>(null);
  const [cap, setCap] = useState("5.00");
  const [fresh, setFresh] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [collection, setCollection] = useState("");
  const library = useLibraryScope(collection);
  const capUsd = typedCap(cap);
  // One key per filled form: pressing twice, or again after a lost answer, is one request.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submit = trpc.requests.submit.useMutation({ onSuccess: ({ id }) => router.push(`/research/${id}`) });

  const choosePack = (slug: string) => {
    setPackSlug(slug);
    setCategories(all(packs.find((candidate) => candidate.slug === slug)));
  };
  const chosen =
    !pack || categories.size === pack.categories.length
      ? []
      : pack.categories.map((category) => category.slug).filter((slug) => categories.has(slug));
  const asking = pack?.categories.filter((category) => categories.has(category.slug)) ?? [];
  // What none of the chosen categories can be answered by is not asked, even where it is ticked.
  const useful = providers.filter((provider) => asked.has(provider.id) && questionsFor(provider, asking) > 0).map((provider) => provider.id);
  // Who answers over passages that others bring; the library's are shown to it only where that is chosen.
  const reader = providers.find((provider) => provider.overPassages && useful.includes(provider.id));
  const reads = reader !== undefined && useful.includes("library") && documents > 0;
  const nothing = categories.size === 0 || useful.length === 0;
  const estimate = trpc.providers.estimate.useQuery(
    { pack: packSlug, categories: chosen, providers: useful },
    // What was worked out last stands while the next is.
    { enabled: !nothing && pack !== undefined, placeholderData: (before) => before },
  );
  const estimated = nothing ? null : (estimate.data ?? null);
  const missing = nothing ? "nothing is chosen" : estimate.isError ? "it could not be worked out; the cap holds all the same" : "being worked out";
  const start = (event: FormEvent) => {
    event.preventDefault();
    const parsed = subjectSchema.safeParse(subject);
    setWrong(parsed.success ? null : (parsed.error.issues[0]?.message ?? "The subject is not valid."));
    if (!parsed.success || !pack || nothing || capUsd === null || library.ids === null) return;
    submit.mutate({
      subject: parsed.data,
      pack: pack.slug,
      categories: chosen,
      providers: useful,
      documentIds: useful.includes("library") ? [...library.ids] : [],
      capUsd,
      fresh,
      sharePassages: reads && sharing,
      idempotencyKey,
    });
  };
  return (
    <form className="beside" onSubmit={start} noValidate>
      <div className="ask-form">
        <TextInput
          id="subject"
          voice="serif"
          label="Subject"
          placeholder={`A ${pack?.subjectNoun ?? "subject"}`}
          value={subject}
          maxLength={subjectLimit + 200}
          autoComplete="off"
          onChange={(event) => setSubject(event.currentTarget.value)}
          error={wrong ?? undefined}
          help={`${subject.trim().length.toLocaleString("en")} of ${subjectLimit.toLocaleString("en")} characters. One subject; each category asks its own questions about it.`}
        />
        <CardChoices legend="Category pack">
          {packs.map((candidate) => (
            <CardChoice
              key={candidate.slug}
              name="pack"
              title={candidate.name}
              checked={candidate.slug === packSlug}
              onChange={() => choosePack(candidate.slug)}
            >
              <span className="meta">
                {candidate.categories.length} categories, version {candidate.version}
              </span>
            </CardChoice>
          ))}
        </CardChoices>
        {pack ? (
          <CheckGrid
            legend={`Categories, ${categories.size === pack.categories.length ? `all ${categories.size}` : `${categories.size} of ${pack.categories.length}`} chosen`}
            name="category"
            items={pack.categories.map((category) => ({ value: category.slug, label: category.name, number: category.number }))}
            chosen={categories}
            onChange={(slug, on) => setCategories(toggled(categories, slug, on))}
            actions={
              <>
                <Button kind="ghost" size="small" onClick={() => setCategories(all(pack))}>
                  All
                </Button>
                <Button kind="ghost" size="small" onClick={() => setCategories(new Set())}>
                  None
                </Button>
              </>
            }
          />
        ) : null}
        <ProviderTable
          providers={providers}
          documents={documents}
          categories={pack?.categories.filter((category) => categories.has(category.slug)) ?? []}
          asked={asked}
          lines={estimated?.lines ?? []}
          onChange={(id, on) => setAsked(toggled(asked, id, on))}
        />
        {shelves.length > 0 && useful.includes("library") ? <ScopeChoice shelves={shelves} collection={collection} onChange={setCollection} /> : null}
      </div>
      <aside aria-label="Estimate and start">
        <Estimate estimate={estimated} missing={missing} categories={categories.size} cap={capUsd}>
          <RunLimits
            cap={cap}
            onCap={setCap}
            error={capUsd === null ? "A cap is a number of dollars from 0 to 1,000." : undefined}
            fresh={fresh}
            onFresh={setFresh}
          >
            {reads ? (
              <Choice
                label={`Passages of my library may go to ${reader.name}`}
                detail="it answers over passages that the others bring; without this, only over public ones"
                checked={sharing}
                onChange={(event) => setSharing(event.currentTarget.checked)}
              />
            ) : null}
          </RunLimits>
          <Button kind="go" type="submit" wide disabled={nothing || library.ids === null || submit.isPending || submit.isSuccess}>
            {submit.isPending || submit.isSuccess ? "Starting the run" : "Start the run"}
          </Button>
          {nothing ? <FormError kind="warning">Choose at least one category and one provider that can answer it.</FormError> : null}
          {library.empty ? <FormError kind="warning">No document of this collection has been read yet. Choose another, or all.</FormError> : null}
          {submit.error ? <FormError>{submit.error.message}</FormError> : null}
          <p className="note mt-2">Nothing is asked or spent before you press it. You can close the page while it runs.</p>
        </Estimate>
        {outlook}
      </aside>
    </form>
  );
};

function toggled(set: ReadonlySet<string>, value: string, on: boolean): Set<string> {
  const next = new Set(set);
  if (on) next.add(value);
  else next.delete(value);
  return next;
}
