"use client";
import { Siglum } from "@/app/_ui/marks/siglum";
import { Tag } from "@/app/_ui/marks/tag";
import { Quote } from "@/app/_ui/reading/quote";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";
import type { AnswerSentence, ChatCitation } from "@/server/chat/answers/schema";
import type { ChatSource } from "@/server/chat/answers/turn-view";
import { placeHref, placeWords, sourceWords } from "./citation-words";

type PassagesAsideProps = {
  sources: readonly ChatSource[];
  citations: readonly ChatCitation[];
  /** The sentence whose passages come first. */
  chosen: AnswerSentence | null;
};

const quotesShown = 2;

/** The passages beside the text: those of the marked sentence first, then the rest of the conversation. One source, one number. */
export const PassagesAside = ({ sources, citations, chosen }: PassagesAsideProps) => {
  const first = new Set(chosen?.citations.map(({ source }) => source));
  const ordered = [...sources].sort((a, b) => Number(first.has(b.number)) - Number(first.has(a.number)) || a.number - b.number);
  return (
    <aside className="apparatus apparatus--stays" aria-labelledby="passages">
      <h2 id="passages">Passages</h2>
      <p className="meta">
        {sources.length === 0
          ? "The passages that an answer stands on come to stand here, each with its words."
          : chosen
            ? "For the marked sentence, then the rest of the conversation."
            : "Of the whole conversation. A citation in the text brings its passage to the top."}
      </p>
      <ol>
        {ordered.map((source) => {
          const own = first.has(source.number) ? (chosen?.citations ?? []) : citations;
          return (
            <Entry
              key={source.number}
              source={source}
              chosen={first.has(source.number)}
              citations={own.filter((one) => one.source === source.number)}
            />
          );
        })}
      </ol>
    </aside>
  );
};

const Entry = ({ source, citations, chosen }: { source: ChatSource; citations: readonly ChatCitation[]; chosen: boolean }) => {
  const unique = [...new Map(citations.map((one) => [one.quote, one])).values()];
  const shown = chosen ? unique : unique.slice(0, quotesShown);
  const href = placeHref(source, shown[0]);
  return (
    <li className={chosen ? "src src--chosen" : "src"} id={sourceAnchor(source.number)}>
      <Siglum>{source.number}</Siglum>
      <div>
        <h3 className="src__title">{href ? <a href={href}>{source.title}</a> : source.title}</h3>
        <div className="row">
          {source.requestId ? <Tag>Edition</Tag> : source.tier ? <Tag weight={source.tier === 1 ? "strong" : "plain"}>Tier {source.tier}</Tag> : null}
          {source.superseded ? <Tag weight="ochre">superseded</Tag> : null}
          {href ? null : <Tag weight="ochre">no longer in the library</Tag>}
          <span>{sourceWords(source)}</span>
        </div>
        {shown.map((citation) => {
          const place = placeHref(source, citation);
          return (
            <Quote
              key={citation.quote}
              text={citation.quote}
              marks={citation.matches}
              foot={
                <>
                  {placeWords(citation)}.{" "}
                  {place ? (
                    <a className="whitespace-nowrap" href={place}>
                      Open the passage
                    </a>
                  ) : null}
                </>
              }
            />
          );
        })}
        {shown.length < unique.length ? <p className="note">{unique.length - shown.length} more in the text.</p> : null}
      </div>
    </li>
  );
};
