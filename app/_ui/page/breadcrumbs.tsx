import Link from "next/link";

export type Crumb = { label: string; href?: string };

/** Where the page stands, from the room down; the last one is the page itself. */
export const Breadcrumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav aria-label="You are here">
    <ol className="crumbs">
      {crumbs.map((crumb, index) => (
        <li key={`${crumb.label} ${crumb.href}`}>
          {crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
          {index < crumbs.length - 1 ? <span aria-hidden="true">/</span> : null}
        </li>
      ))}
    </ol>
  </nav>
);
