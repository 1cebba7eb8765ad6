import Link from "next/link";
import { sourceAnchor } from "./source-anchor";

type CiteProps = {
  /** The source's number in the edition. */
  number: number;
  /** Defaults to the source's entry on this page. */
  href?: string;
  /** In brackets on the line, for the apparatus; raised after the full stop in the text otherwise. */
  inline?: boolean;
  title?: string;
};

/** A citation: one source, one number, everywhere. */
export const Cite = ({ number, href, inline = false, title }: CiteProps) => (
  <Link
    prefetch={false}
    className={inline ? "cite cite--inline" : "cite"}
    href={href ?? `#${sourceAnchor(number)}`}
    aria-label={`Source ${number}`}
    title={title}
  >
    {inline ? `[${number}]` : number}
  </Link>
);
