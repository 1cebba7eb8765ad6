import { notFound, redirect } from "next/navigation";
import { passageHref } from "@/app/_features/library/document-words";
import { readRange } from "@/app/_features/library/read-range";
import { orNotFound } from "@/app/_features/shell/or-not-found";
import { workspace } from "@/app/_features/shell/workspace";

type Params = { params: Promise<{ hash: string }>; searchParams: Promise<{ start?: string | string[]; end?: string | string[] }> };

/** Where editions point: the file by its content, whichever document of the reader's library it is now. */
export default async function FilePage({ params, searchParams }: Params) {
  const { hash } = await params;
  if (!/^[0-9a-f]{64}$/.test(hash)) notFound();
  const { documentId } = await orNotFound((await workspace()).call.documents.byHash({ hash }));
  const range = readRange(await searchParams);
  redirect(range ? passageHref(documentId, range) : `/library/${documentId}`);
}
