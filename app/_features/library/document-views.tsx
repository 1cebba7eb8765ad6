import Link from "next/link";
import { type Place, viewHref } from "./document-place";
import { formatName } from "./document-words";

type DocumentViewsProps = { document: { id: string; mediaType: string; fileName: string }; place: Place };

const words = { pages: "Pages", text: "Text" } as const;

/** The looks of a document, where it has more than one, and the file itself. */
export const DocumentViews = ({ document, place }: DocumentViewsProps) => (
  <nav className="reader-views" aria-label="How it is shown">
    {place.views.length > 1 ? (
      <ul>
        {place.views.map((view) => (
          <li key={view}>
            <Link href={viewHref(document.id, view, place)} aria-current={view === place.view ? "true" : undefined} prefetch={false}>
              {words[view]}
            </Link>
          </li>
        ))}
      </ul>
    ) : null}
    <a href={`/api/library/file/${document.id}`} download={document.fileName}>
      Download the {formatName(document.mediaType)}
    </a>
  </nav>
);
