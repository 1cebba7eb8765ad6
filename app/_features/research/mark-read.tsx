"use client";
import { useRouter } from "next/navigation";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";

/** Marks what the account was told as read; it stays in the editions themselves. */
export const MarkRead = ({ ids }: { ids: readonly string[] }) => {
  const router = useRouter();
  const mark = trpc.watches.markRead.useMutation({ onSuccess: () => router.refresh() });
  return (
    <>
      <Button size="small" disabled={mark.isPending} onClick={() => mark.mutate({ ids: [...ids] })}>
        {mark.isPending ? "Marking as read" : ids.length === 1 ? "Mark as read" : `Mark all ${ids.length} as read`}
      </Button>
      <FormError>{mark.error?.message}</FormError>
    </>
  );
};
