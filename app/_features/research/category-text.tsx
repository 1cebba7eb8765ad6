import { Fragment, type ReactNode } from "react";
import { conflictState } from "@/app/_ui/conflicts/conflict-state";
import { Cite } from "@/app/_ui/reading/cite";
import { Lemma } from "@/app/_ui/reading/lemma";
import { Paragraph, ReadingText, Sentence } from "@/app/_ui/reading/reading-text";
import type { EditionCategory, EditionSource } from "@/server/research/editions/schema";
import { sentenceLemmas } from "./sentence-lemmas";

type CategoryTextProps = {
  category: EditionCategory;
  sources: ReadonlyMap<string, EditionSource>;
  /** Number of the chosen sentence. */
  chosen: number | null;
};

type NumberedSentence = EditionCategory["summary"]["sentences"][number] & { readonly number: number };

const perParagraph = 4;

/** The text of a category: sections, paragraphs, sentences with their citations; words with variants are marked. */
export const CategoryText = ({ category, sources, chosen }: CategoryTextProps) => (
  <ReadingText>
    {sectionsOf(category).map(({ section, paragraphs }) => (
      <Fragment key={paragraphs[0]?.[0]?.number ?? 0}>
        {section ? <h3>{section}</h3> : null}
        {paragraphs.map((sentences) => (
          <Paragraph key={sentences[0]?.number ?? 0} line={sentences[0]?.number ?? 0}>
            {sentences.map((sentence) => (
              <Fragment key={sentence.number}>
                <Sentence chosen={sentence.number === chosen}>
                  {sentence.lang ? (
                    <bdi lang={sentence.lang} dir={sentence.dir}>
                      {words(sentence, category)}
                    </bdi>
                  ) : (
                    words(sentence, category)
                  )}
                  <Citations sentence={sentence} sources={sources} />
                </Sentence>{" "}
              </Fragment>
            ))}
          </Paragraph>
        ))}
      </Fragment>
    ))}
  </ReadingText>
);

const Citations = ({ sentence, sources }: { sentence: NumberedSentence; sources: CategoryTextProps["sources"] }) => {
  const numbers = [...new Set(sentence.citations.map((citation) => sources.get(citation.sourceId)?.number))].filter((number) => number !== undefined);
  return (
    <span className="cites">
      {numbers
        .sort((a, b) => a - b)
        .map((number, index) => (
          <Fragment key={number}>
            {index > 0 ? <span aria-hidden="true">,</span> : null}
            <Cite number={number} href={`?s=${sentence.number}#source-${number}`} />
          </Fragment>
        ))}
    </span>
  );
};

function words(sentence: NumberedSentence, category: EditionCategory): ReactNode[] {
  const spans = sentenceLemmas(sentence, category.claims, category.conflicts);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const span of spans) {
    parts.push(sentence.text.slice(at, span.start));
    parts.push(
      <Lemma key={span.start} state={conflictState(span.conflict).state} href={`#variant-${span.conflict.id}`}>
        {sentence.text.slice(span.start, span.end)}
      </Lemma>,
    );
    at = span.end;
  }
  parts.push(sentence.text.slice(at));
  return parts;
}

function sectionsOf(category: EditionCategory): { section: string | null; paragraphs: NumberedSentence[][] }[] {
  const sections: { section: string | null; paragraphs: NumberedSentence[][] }[] = [];
  category.summary.sentences.forEach((sentence, index) => {
    const numbered = { ...sentence, number: index + 1 };
    const last = sections.at(-1);
    if (!last || last.section !== sentence.section) sections.push({ section: sentence.section, paragraphs: [[numbered]] });
    else {
      const paragraph = last.paragraphs.at(-1);
      if (paragraph && paragraph.length < perParagraph) paragraph.push(numbered);
      else last.paragraphs.push([numbered]);
    }
  });
  return sections;
}
