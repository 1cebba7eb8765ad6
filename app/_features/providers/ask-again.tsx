"use client";
import { useRouter } from "next/navigation";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Fold } from "@/app/_ui/feedback/fold";
import type { AgainQuote } from "@/server/research/requests/quote-again";
import { againWords } from "./witness-words";

type AskAgainProps = {
  requestId: string;
  slug: string;
  provider: string;
  name: string;
  quote: AgainQuote;
  /** It answered: asking it again is folded away. */
  quiet: boolean;
};

/** Asks one provider once more for this category, at a price that is said first. The page follows what comes of it. */
export const AskAgain = ({ requestId, slug, provider, name, quote, quiet }: AskAgainProps) => {
  const router = useRouter();
  const again = trpc.requests.askAgain.useMutation({ onSuccess: () => router.refresh() });
  const busy = again.isPending || again.isSuccess;
  if (quote.refusal !== null) return quiet ? null : <p className="note">{quote.refusal}</p>;
  const body = (
    <div className="witness__again">
      <Button size="small" disabled={busy} onClick={() => again.mutate({ id: requestId, slug, provider })}>
        {busy ? `Asking ${name}` : `Ask ${name} again`}
      </Button>
      <p className="note" title={quote.reason}>
        {againWords(quote)}; the others&rsquo; answers stand, and the category is compared and written anew.
      </p>
      <FormError>{again.error?.message}</FormError>
    </div>
  );
  return quiet ? <Fold summary={`Ask ${name} again`}>{body}</Fold> : body;
};
