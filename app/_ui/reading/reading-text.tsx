import type { ReactNode } from "react";

/** The edition text: Paragraph parts under italic h3 sub-heads. */
export const ReadingText = ({ children }: { children: ReactNode }) => <div className="read">{children}</div>;

type ParagraphProps = {
  /** Number of its first sentence, in the margin, with an anchor of its own. */
  line: number;
  children: ReactNode;
};

/** One paragraph, numbered by its first sentence. */
export const Paragraph = ({ line, children }: ParagraphProps) => (
  <p id={`sentence-${line}`}>
    <a className="read__no" href={`#sentence-${line}`} aria-label={`Sentence ${line}`}>
      {line}
    </a>
    {children}
  </p>
);

type SentenceProps = {
  /** The chosen sentence has the highlight, and its sources come first. */
  chosen?: boolean;
  children: ReactNode;
};

/** One sentence with its citations after the full stop. */
export const Sentence = ({ chosen = false, children }: SentenceProps) => <span className={chosen ? "read__chosen" : undefined}>{children}</span>;
