"use client";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { TextInput } from "@/app/_ui/controls/text-input";

/** Fetches a page or file from the web into the library. */
export const AddByAddress = () => {
  const [said, setSaid] = useState("");
  const { documents } = trpc.useUtils();
  const add = trpc.documents.addFromUrl.useMutation({
    onMutate: () => setSaid(""),
    onSuccess: async ({ isNew }) => {
      setSaid(isNew ? "Added." : "It is in your library already.");
      await documents.list.invalidate();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = String(new FormData(form).get("url") ?? "");
    add.mutate({ url }, { onSuccess: () => form.reset() });
  };
  return (
    <form className="add-address" onSubmit={submit}>
      <TextInput
        id="address"
        name="url"
        type="url"
        label="Or give its address on the web"
        placeholder="https://"
        autoComplete="off"
        required
        error={add.error?.message}
      />
      <Button type="submit" disabled={add.isPending}>
        {add.isPending ? "Fetching it" : "Fetch and add"}
      </Button>
      <p className="meta" role="status">
        {said}
      </p>
    </form>
  );
};
