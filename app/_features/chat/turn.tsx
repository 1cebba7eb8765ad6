"use client";
import Link from "next/link";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Mark } from "@/app/_ui/marks/mark";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { ChatSource, TurnView } from "@/server/chat/answers/turn-view";
import { AnswerFoot } from "./answer-foot";
import { AnswerText, type Choosing } from "./answer-text";
import { isOpen } from "./apply-chat-event";
import { Declined } from "./declined";

type TurnProps = Choosing & {
  turn: TurnView;
  sources: ReadonlyMap<number, ChatSource>;
  stopping: boolean;
  waiting: boolean;
  onStop: () => void;
  /** Asks the same again, and the model anew. */
  onAnew: () => void;
  onEverywhere?: (() => void) | undefined;
};

/** Characters of a question that can be set as a heading; more of them are set as text. */
const longest = 240;

/** A question, and what became of it. */
export const Turn = ({ turn, sources, stopping, waiting, onStop, onAnew, onEverywhere, ...choosing }: TurnProps) => {
  const { answer } = turn;
  const open = isOpen(turn);
  const { body } = answer;
  return (
    <article className="turn" aria-labelledby={`question-${turn.id}`}>
      <header className={turn.text.length > longest ? "turn__question turn__question--long" : "turn__question"}>
        <h2 id={`question-${turn.id}`}>{turn.text}</h2>
        <span className="meta dim">
          <Timestamp at={turn.askedAt} form="time" />
        </span>
      </header>
      {answer.carried.length > 0 ? <p className="note turn__carried">Read with {answer.carried.join(", ")} from before.</p> : null}
      {/* Spoken sentence by sentence: what is still grey changes many times a second, and is hidden from it. */}
      <div aria-live="polite" aria-relevant="additions">
        {answer.model === null && body.sentences.length > 0 ? (
          <p className="meta">
            {body.sentences.length === 1 ? "One sentence answers" : `${body.sentences.length} sentences answer`} these words. No model wrote it: they
            stand as in their documents.
          </p>
        ) : null}
        {body.sentences.length > 0 || answer.draft ? <AnswerText answer={answer} sources={sources} {...choosing} /> : null}
        {answer.status === "declined" ? <Declined body={body} sources={sources} onEverywhere={onEverywhere} waiting={waiting} /> : null}
        {answer.status === "stopped" ? (
          <p className="meta turn__apart">
            <b>Stopped.</b> {body.sentences.length > 0 ? "What stands had passed the gate." : "Nothing had passed the gate yet."}
          </p>
        ) : null}
      </div>
      <FormError>{answer.error}</FormError>
      {[...(body.searched.notes ?? []), ...body.notes].map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {body.conflicts.length > 0 ? (
        <ul className="turn__conflicts">
          {body.conflicts.map((conflict) => (
            <li key={`${conflict.requestId} ${conflict.statement}`}>
              <Mark name="open" tone="ochre" label="Open conflict" /> {conflict.category}: {conflict.statement}{" "}
              <Link href={`/research/${conflict.requestId}/conflicts`}>In the ledger</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <div className="turn__foot">
          <StateMark state="running" live>
            {answer.status === "asked" ? "Looking for passages" : answer.model === null ? "Quoting" : `Writing from ${body.found} passages`}
          </StateMark>
          {answer.draft ? <span>Grey until its passage is found</span> : null}
          <Button size="small" disabled={stopping || answer.stopAsked} onClick={onStop}>
            <Mark name="stopped" />
            {stopping || answer.stopAsked ? "Stopping" : "Stop"}
          </Button>
        </div>
      ) : (
        <AnswerFoot answer={answer} sources={sources} waiting={waiting} onAnew={onAnew} />
      )}
    </article>
  );
};
