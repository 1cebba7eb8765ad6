"use client";
import { useRef, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { uploadFile } from "@/app/_client/upload-file";
import { Button } from "@/app/_ui/controls/button";
import { FileDrop } from "@/app/_ui/controls/file-drop";
import { FormError } from "@/app/_ui/controls/form-error";
import { AddByAddress } from "./add-by-address";
import { ExampleLibrary } from "./example-library";
import { type Upload, UploadList } from "./upload-list";
import { type LibraryPage, useLibrary } from "./use-library";

/** Files sent at the same time; the rest waits its turn. */
const atOnce = 2;

/** A place to drop files, with how far each of them is, and the example library. */
export const AddDocuments = (page: LibraryPage) => {
  const { totals } = useLibrary(page);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const { documents } = trpc.useUtils();
  const waiting = useRef<Upload[]>([]);
  const sending = useRef(0);
  const change = (key: string, to: Partial<Upload>) => setUploads((was) => was.map((each) => (each.key === key ? { ...each, ...to } : each)));

  const next = () => {
    while (sending.current < atOnce) {
      const upload = waiting.current.shift();
      if (!upload) return;
      sending.current += 1;
      void send(upload);
    }
  };
  const send = async (upload: Upload) => {
    change(upload.key, { state: "sending", share: 0, reason: null });
    const result = await uploadFile(upload.file, (share) => change(upload.key, { share }), upload.abort.signal);
    change(upload.key, {
      state: result.outcome,
      reason: "reason" in result ? result.reason : null,
      documentId: "documentId" in result ? result.documentId : null,
    });
    sending.current -= 1;
    if ("documentId" in result) void documents.list.invalidate();
    next();
  };
  const take = (files: readonly File[]) => {
    const added = files.map(
      (file): Upload => ({
        key: crypto.randomUUID(),
        file,
        state: "waiting",
        share: 0,
        reason: null,
        documentId: null,
        abort: new AbortController(),
      }),
    );
    setUploads((was) => [...added, ...was.filter((upload) => upload.state === "waiting" || upload.state === "sending")]);
    waiting.current.push(...added);
    next();
  };
  const giveUp = (upload: Upload) => {
    waiting.current = waiting.current.filter((each) => each.key !== upload.key);
    upload.abort.abort();
    if (upload.state === "waiting") change(upload.key, { state: "given_up" });
  };
  const again = (upload: Upload) => {
    const fresh = { ...upload, abort: new AbortController() };
    change(upload.key, { state: "waiting", abort: fresh.abort });
    waiting.current.push(fresh);
    next();
  };
  const addExamples = trpc.documents.addExamples.useMutation({ onSettled: () => documents.list.invalidate() });
  return (
    <div className="add-documents" id="add">
      <FileDrop
        id="files"
        label="Drop documents or folders here"
        help="PDF, Word, PowerPoint, EPUB, RTF, HTML, Markdown and plain text. Only you see them."
        accept=".pdf,.docx,.docm,.dotx,.pptx,.pptm,.ppsx,.epub,.rtf,.html,.htm,.xhtml,.md,.markdown,.txt,.text"
        folders
        onFiles={take}
      />
      <AddByAddress />
      <UploadList uploads={uploads} onGiveUp={giveUp} onAgain={again} />
      <ExampleLibrary here={totals.examples > 0 && !addExamples.isPending}>
        <Button kind={totals.documents === 0 ? "go" : "plain"} disabled={addExamples.isPending} onClick={() => addExamples.mutate()}>
          {addExamples.isPending ? "Adding the example library" : "Add the example library"}
        </Button>
        <FormError>{addExamples.error?.message}</FormError>
      </ExampleLibrary>
    </div>
  );
};
