"use client";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { ErrorPage } from "@/app/_ui/feedback/error-page";

type BrokenProps = {
  /** Of the error; the same stands in the server's log. */
  digest: string | undefined;
  retry: () => void;
};

/** A page that could not be made: what happened, what was kept, what to do, what to quote. */
export const Broken = ({ digest, retry }: BrokenProps) => (
  <ErrorPage
    failed="Broke"
    title="This page could not be made"
    actions={
      <>
        <Button kind="go" onClick={retry}>
          Try again
        </Button>
        <LinkButton href="/research">Go to your requests</LinkButton>
      </>
    }
    reference={
      digest === undefined ? "The reason stands in the browser's console." : `Reference ${digest}. The reason stands under it in the server's log.`
    }
  >
    Something broke while it was put together. What you had saved is kept, and runs go on without this page. Try again; if it stays, give the
    reference to whoever operates this installation.
  </ErrorPage>
);
