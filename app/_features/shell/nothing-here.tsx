import { LinkButton } from "@/app/_ui/controls/link-button";
import { ErrorPage } from "@/app/_ui/feedback/error-page";

type NothingHereProps = { title: string; signedIn?: boolean };

/** Not found, not yours and erased look the same. */
export const NothingHere = ({ title, signedIn = true }: NothingHereProps) => (
  <ErrorPage
    title={title}
    actions={
      signedIn ? (
        <>
          <LinkButton kind="go" href="/research">
            Go to your requests
          </LinkButton>
          <LinkButton href="/library">Open the library</LinkButton>
        </>
      ) : (
        <LinkButton kind="go" href="/sign-in">
          Sign in
        </LinkButton>
      )
    }
  >
    The address may have been copied incompletely, what it named may have been deleted, or it belongs to somebody else. Nothing was changed.
  </ErrorPage>
);
