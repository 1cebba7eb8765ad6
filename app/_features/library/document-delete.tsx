"use client";
import { useRouter } from "next/navigation";
import { DocumentActions } from "./document-actions";
import type { DocumentItem } from "./document-words";

/** The actions of a document's own page; once it is gone the library is what is left. */
export const DocumentDelete = ({ document }: { document: Pick<DocumentItem, "id" | "title" | "status" | "passages" | "steps"> }) => {
  const router = useRouter();
  return <DocumentActions document={document} size="normal" onDeleted={(passages) => router.push(`/library?deleted=${passages}`)} />;
};
