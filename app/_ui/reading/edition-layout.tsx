import type { ReactNode } from "react";

type EditionLayoutProps = {
  /** A Contents part. */
  contents: ReactNode;
  children: ReactNode;
  /** A SourceList part. */
  apparatus: ReactNode;
  /** The id of the chapter's heading. */
  labelledBy: string;
};

/** Contents, text, apparatus: three columns, two, then one under the other. */
export const EditionLayout = ({ contents, children, apparatus, labelledBy }: EditionLayoutProps) => (
  <div className="edition">
    {contents}
    <article aria-labelledby={labelledBy}>{children}</article>
    {apparatus}
  </div>
);
