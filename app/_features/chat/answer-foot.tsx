"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { Fold } from "@/app/_ui/feedback/fold";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { SignalTable } from "@/app/_ui/run/signal-table";
import { durationWords, formatTimestamp } from "@/app/_ui/time/format-time";
import type { AnswerView, ChatSource } from "@/server/chat/answers/turn-view";
import { sourceWords } from "./citation-words";

const howSearched = { lexical: "lexical search", hybrid: "words and meaning" } as const;

type AnswerFootProps = { answer: AnswerView; sources: ReadonlyMap<number, ChatSource>; waiting: boolean; onAnew: () => void };

/** How many sentences are anchored, what was withheld and why, how confidence is made, time and cost. */
export const AnswerFoot = ({ answer, sources, waiting, onAnew }: AnswerFootProps) => {
  const { body, model } = answer;
  const { sentences, withheld, confidence } = body;
  const all = sentences.length + withheld.length;
  return (
    <>
      {sentences.length > 0 ? (
        <div className="turn__foot">
          <StateMark state="agrees">
            {sentences.length} of {all} {all === 1 ? "sentence" : "sentences"} anchored
          </StateMark>
          {confidence ? <span>confidence {confidence.value}</span> : null}
          <span>
            {answer.tookMs === null ? "" : `${durationWords(answer.tookMs)}, `}
            {answer.costUsd ? `$${answer.costUsd.toFixed(3)}` : model === null || answer.costUsd === 0 ? "free" : "cost not known"}
            {body.keptAt ? `, kept from ${formatTimestamp(body.keptAt, "datetime")}` : ""}
          </span>
          {body.searched.mode ? <span>{howSearched[body.searched.mode]}</span> : null}
          <CopyReferences answer={answer} sources={sources} />
          {body.keptAt ? (
            <Button kind="ghost" size="small" disabled={waiting} onClick={onAnew}>
              Ask the model anew
            </Button>
          ) : null}
        </div>
      ) : null}
      {withheld.length > 0 ? (
        <Fold frame="withheld" summary={`${withheld.length} withheld`}>
          <ul>
            {withheld.map((held) => (
              <li key={held.text}>
                {held.text} <span className="withheld__why">{held.reason}</span>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {confidence ? (
        <Fold frame="score" summary={`How ${confidence.value} is made`}>
          <SignalTable score={confidence} />
        </Fold>
      ) : null}
    </>
  );
};

const CopyReferences = ({ answer, sources }: Pick<AnswerFootProps, "answer" | "sources">) => {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const copy = async () => {
    const cited = new Set(answer.body.sentences.flatMap(({ citations }) => citations.map(({ source }) => source)));
    const text = answer.body.sentences.map((one) => `${one.text} ${one.citations.map(({ source }) => `[${source}]`).join("")}`).join("\n");
    const references = [...cited].map((number) => {
      const source = sources.get(number);
      return `[${number}] ${[source?.title ?? "", source ? sourceWords(source) : ""].filter((part) => part !== "").join(", ")}`;
    });
    await navigator.clipboard.writeText(`${text}\n\n${references.join("\n")}\n`).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  const words = { ready: "Copy with references", copied: "Copied with references", refused: "The browser refuses to copy" } as const;
  return (
    <Button kind="ghost" size="small" onClick={() => void copy()}>
      {words[state]}
    </Button>
  );
};
