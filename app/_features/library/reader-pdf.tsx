"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { Notice } from "@/app/_ui/feedback/notice";
import { ProgressLine } from "@/app/_ui/feedback/progress-line";
import type { CitedOnPage } from "./reader-draw";
import { type OpenPdf, openPdf } from "./reader-open";
import { ReaderPages } from "./reader-pages";

type ReaderPdfProps = {
  documentId: string;
  /** The stretch that the address names, page by page. */
  cited: readonly CitedOnPage[];
  /** The page that the address names. */
  page: number;
  textHref: string;
  /** The text of the same place: what is set where the file cannot be drawn, or the cited words are not found on its page. */
  children: ReactNode;
};
type State = { is: "opening" } | { is: "open"; pdf: OpenPdf } | { is: "broken" };

/** The pages of a PDF as they look. */
export const ReaderPdf = ({ documentId, cited, page, textHref, children }: ReaderPdfProps) => {
  const [state, setState] = useState<State>({ is: "opening" });
  // As an address of the place: another citation of the same file is looked for anew.
  const place = cited.map((each) => `${each.page}:${each.start}-${each.end}`).join();
  /** What is shown of a place whose words its page does not hold. */
  const [instead, setInstead] = useState<{ place: string; shown: "text" | "page" } | null>(null);
  const told = instead?.place === place ? instead.shown : null;

  useEffect(() => {
    const stop = new AbortController();
    openPdf(documentId, stop.signal).then(
      (pdf) => setState({ is: "open", pdf }),
      () => {
        // Whatever is wrong with the file, its text is there.
        if (!stop.signal.aborted) setState({ is: "broken" });
      },
    );
    return () => stop.abort();
  }, [documentId]);

  if (state.is === "opening")
    return (
      <div className="pdf__opening">
        <ProgressLine value={null}>Opening the file. Its pages will stand here.</ProgressLine>
      </div>
    );
  if (state.is === "broken")
    return (
      <>
        <Notice mark="failed" title="The pages of this file cannot be drawn here.">
          What was read from it is set below as text; the file itself is kept as it is.
        </Notice>
        {children}
      </>
    );
  const lastPage = state.pdf.document.numPages;
  const behindTheEnd = cited.some((each) => each.page > lastPage);
  if (told === "text" || (told === null && behindTheEnd))
    return (
      <>
        <Notice
          tone="ochre"
          title="The cited words are not found on the drawn page."
          actions={
            <Button size="small" onClick={() => setInstead({ place, shown: "page" })}>
              Show the page
            </Button>
          }
        >
          They stand in the text that was read from the file, which is set here instead.
        </Notice>
        {children}
      </>
    );
  return (
    <ReaderPages
      key={place}
      pdf={state.pdf}
      cited={cited}
      page={page}
      textHref={textHref}
      onNotOnPage={() => {
        if (told === null) setInstead({ place, shown: "text" });
      }}
    />
  );
};
