"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";

type RunAgainProps = {
  id: string;
  /** "about $3.19", "free"; null where it is not known. */
  price: string | null;
  /** Why it cannot be run now. */
  refusal: string | null;
};

/** Runs the request again as a further edition, with answers asked for anew. */
export const RunAgain = ({ id, price, refusal }: RunAgainProps) => {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const again = trpc.editions.runAgain.useMutation({ onSuccess: (made) => router.push(`/research/${made.id}`) });
  const busy = again.isPending || again.isSuccess;
  return (
    <>
      {refusal ? <span className="note">{refusal}</span> : null}
      <FormError>{again.error?.message}</FormError>
      <Button kind="go" disabled={busy || refusal !== null} onClick={() => again.mutate({ id, idempotencyKey })}>
        {busy ? "Running again" : price ? `Run again, ${price}` : "Run again"}
      </Button>
    </>
  );
};
