import type { ReactNode } from "react";
import { quoteParts } from "./quote-parts";

type QuoteProps = {
  text: string;
  /** The cited words, as offsets in `text`. */
  marks?: readonly { start: number; end: number }[];
  /** Where it stands: "page 4, characters 702 to 829". */
  foot?: ReactNode;
  /** grc and hbo bring their face and direction. */
  lang?: string;
  cite?: string;
};

/** Exact words of a source with the cited ones under ink. */
export const Quote = ({ text, marks = [], foot, lang, cite }: QuoteProps) => (
  <blockquote className="quote" lang={lang} dir={lang === "hbo" || lang === "he" ? "rtl" : undefined} cite={cite}>
    {quoteParts(text, marks).map((part) => (part.marked ? <mark key={part.start}>{part.text}</mark> : part.text))}
    {foot ? (
      <footer lang={lang ? "en" : undefined} dir={lang ? "ltr" : undefined}>
        {foot}
      </footer>
    ) : null}
  </blockquote>
);
