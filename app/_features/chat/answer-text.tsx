"use client";
import { Quote } from "@/app/_ui/reading/quote";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";
import type { AnswerSentence } from "@/server/chat/answers/schema";
import type { AnswerView, ChatSource } from "@/server/chat/answers/turn-view";
import { ChatCite } from "./chat-cite";
import { matchWords, placeWords } from "./citation-words";

export type Choosing = { readonly chosen: number | null; readonly choose: (index: number) => void };
type AnswerTextProps = Choosing & { answer: AnswerView; sources: ReadonlyMap<number, ChatSource> };
type Numbered = { readonly sentence: AnswerSentence; readonly index: number };

/** What was written, or what is quoted: by tradition side by side where they differ. */
export const AnswerText = ({ answer, sources, ...choosing }: AnswerTextProps) => {
  const numbered = answer.body.sentences.map((sentence, index) => ({ sentence, index }));
  const parts = answer.body.interpretive ? Map.groupBy(numbered, ({ sentence }) => sentence.tradition) : new Map([[null, numbered]]);
  const common = parts.get(null) ?? [];
  const own = [...parts].flatMap(([name, list]) => (name === null ? [] : [{ name, list }]));
  const Part = answer.model === null ? Quoted : Written;
  return (
    <>
      {common.length > 0 || answer.draft ? <Part list={common} draft={answer.draft} sources={sources} {...choosing} /> : null}
      {own.length > 0 ? (
        <>
          <div className="turn__sides">
            <span className="label">One question, {own.length} readings</span>
            <span className="meta">Interpretive, by tradition</span>
          </div>
          <div className={own.length === 2 ? "sides" : "readings"}>
            {own.map(({ name, list }) => (
              <div key={name}>
                <div className="label">{name}</div>
                <Part list={list} draft={null} sources={sources} {...choosing} />
              </div>
            ))}
          </div>
          <p className="meta turn__apart">
            <b>Kept apart by design.</b> Each reading stands with its own sources; none is preferred, counted or averaged.
          </p>
        </>
      ) : null}
    </>
  );
};

type PartProps = Choosing & { list: readonly Numbered[]; draft: string | null; sources: ReadonlyMap<number, ChatSource> };

const Written = ({ list, draft, chosen, choose }: PartProps) => (
  <div className="read">
    <p>
      {list.map(({ sentence, index }) => (
        <span key={index} className={chosen === index ? "read__chosen" : undefined}>
          <bdi lang={sentence.lang ?? undefined}>{sentence.text}</bdi>
          <Cites sentence={sentence} onChoose={() => choose(index)} />{" "}
        </span>
      ))}
      {draft ? (
        <span className="pend" aria-hidden="true">
          {draft}
          <span className="caret" />
        </span>
      ) : null}
    </p>
  </div>
);

const Quoted = ({ list, chosen, choose, sources }: PartProps) => (
  <ol className="rank">
    {list.map(({ sentence, index }) => {
      const [first, ...others] = sentence.citations;
      const words = first ? matchWords(first) : "";
      return (
        <li key={index} className={chosen === index ? "rank__chosen" : undefined}>
          <Quote
            text={first?.quote ?? sentence.text}
            marks={first?.matches}
            lang={sentence.lang ?? undefined}
            foot={
              <>
                {first ? (
                  <>
                    <QuoteCite number={first.source} onChoose={() => choose(index)} /> {sources.get(first.source)?.title ?? "a source"},{" "}
                    {placeWords(first)}.{" "}
                  </>
                ) : null}
                {others.length > 0 ? (
                  <>
                    The same in{" "}
                    {others.map(({ source }) => (
                      <QuoteCite key={source} number={source} onChoose={() => choose(index)} />
                    ))}
                    .{" "}
                  </>
                ) : null}
                {words ? <>Matches: {words}</> : null}
              </>
            }
          />
        </li>
      );
    })}
  </ol>
);

const QuoteCite = ({ number, onChoose }: { number: number; onChoose: () => void }) => (
  <a className="cite cite--inline" href={`#${sourceAnchor(number)}`} aria-label={`Source ${number}`} onClick={onChoose}>
    [{number}]
  </a>
);

const Cites = ({ sentence, onChoose }: { sentence: AnswerSentence; onChoose: () => void }) => (
  <>
    {[...new Set(sentence.citations.map(({ source }) => source))].map((number) => (
      <ChatCite key={number} number={number} onChoose={onChoose} />
    ))}
  </>
);
