"use client";
import { useRouter } from "next/navigation";
import { useLibraryStream } from "@/app/_client/use-library-stream";
import { Notice } from "@/app/_ui/feedback/notice";
import { ProgressLine } from "@/app/_ui/feedback/progress-line";
import { type DocumentItem, formatName } from "./document-words";

/** A document without a text: being read, and the page comes alive when it is; or not readable, with the reason. */
export const DocumentUnread = ({ document }: { document: DocumentItem }) => {
  const router = useRouter();
  useLibraryStream(() => router.refresh());
  if (document.status !== "failed")
    return (
      <div className="mt-6">
        <ProgressLine value={null}>
          {document.status === "queued" ? "Waits to be read. The text will stand here." : "Is being read. The text will stand here."}
        </ProgressLine>
      </div>
    );
  return (
    <div className="mt-6">
      <Notice
        mark="failed"
        title="This file could not be read."
        actions={
          <a className="btn btn--small" href={`/api/library/file/${document.id}`} download={document.fileName}>
            Download the {formatName(document.mediaType)}
          </a>
        }
      >
        {document.error} The file is kept as it is.
      </Notice>
    </div>
  );
};
