import type { ReactNode } from "react";
import { quoteParts } from "./quote-parts";
import { isRightToLeft, scriptOf } from "./script-of";

type QuoteProps = {
  text: string;
  /** The cited words, as offsets in `text`. */
  marks?: readonly { start: number; end: number }[];
  /** Where it stands: "page 4, characters 702 to 829". */
  foot?: ReactNode;
  /** Its language; without one, what its letters tell. grc and hbo bring their face and direction. */
  lang?: string;
  cite?: string;
};

/** Exact words of a source with the cited ones under ink. */
export const Quote = ({ text, marks = [], foot, lang = scriptOf(text), cite }: QuoteProps) => (
  <blockquote className="quote" lang={lang} dir={isRightToLeft(lang) ? "rtl" : undefined} cite={cite}>
    {quoteParts(text, marks).map((part) => (part.marked ? <mark key={part.start}>{part.text}</mark> : part.text))}
    {foot ? (
      <footer lang={lang ? "en" : undefined} dir={lang ? "ltr" : undefined}>
        {foot}
      </footer>
    ) : null}
  </blockquote>
);
