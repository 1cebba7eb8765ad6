"use client";
import { trpc } from "@/app/_client/trpc";
import { useLibraryStream } from "@/app/_client/use-library-stream";
import { Mark, type Tone } from "@/app/_ui/marks/mark";
import type { MarkName } from "@/app/_ui/marks/mark-shapes";
import type { DocumentDetail } from "./document-words";
import { shownSteps, stepNames } from "./step-words";

type StepDocument = Omit<DocumentDetail, "text" | "pageStarts">;
type Looks = ReturnType<typeof shownSteps>[number]["looks"];

const drawn: Record<Looks, { name: MarkName; tone?: Tone; label?: string }> = {
  done: { name: "done" },
  part: { name: "open", tone: "ochre", label: "with notes" },
  failed: { name: "failed", label: "failed" },
  running: { name: "run", label: "under way" },
  wait: { name: "queued" },
};

/** What was done with a file, from its bytes to what was found in it; kept current while it is done. */
export const DocumentSteps = ({ document }: { document: StepDocument }) => {
  const { documents } = trpc.useUtils();
  const live = useLibraryStream(() => void documents.steps.invalidate({ documentId: document.id }));
  const { data } = trpc.documents.steps.useQuery(
    { documentId: document.id },
    {
      initialData: document.steps,
      refetchInterval: ({ state }) => (!live && state.data?.some(({ status }) => status === "running") ? 2_000 : false),
    },
  );
  return (
    <ol className="steps" aria-label="What was done with the file">
      {shownSteps({ ...document, steps: data }).map(({ step, looks, words }) => (
        <li key={step} className={looks === "running" || looks === "wait" ? "steps__wait" : looks === "done" ? "steps__done" : "steps__part"}>
          <b>
            <Mark {...drawn[looks]} />
            {stepNames[step]}
          </b>
          {words}
        </li>
      ))}
    </ol>
  );
};
