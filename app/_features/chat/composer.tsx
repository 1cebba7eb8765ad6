"use client";
import { type FormEvent, type KeyboardEvent, useEffect, useState } from "react";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { askLimits } from "@/server/chat/answers/schema";

type ComposerProps = {
  /** Names the question that is kept on this machine until it is asked. */
  keptAs: string;
  /** "everything: 17 documents". */
  asksIn: string;
  /** An answer is under way. */
  busy: boolean;
  sending: boolean;
  left: number;
  error?: string | undefined;
  /** Milliseconds until the next question may be asked. */
  retryAfterMs?: number | null | undefined;
  /** Resolves to whether it was taken; what was not taken stays in the field. */
  onAsk: (text: string) => Promise<boolean>;
  onStop: () => void;
};

const count = (value: number): string => value.toLocaleString("en");

/** Where a question is typed. It always says where it asks, and keeps what cannot be asked yet. */
export const Composer = ({ keptAs, asksIn, busy, sending, left, error, retryAfterMs, onAsk, onStop }: ComposerProps) => {
  const [text, setText] = useKept(`chat-question:${keptAs}`);
  const waiting = useCountdown(retryAfterMs ?? 0);
  const length = text.trim().length;
  const may = length > 0 && !busy && !sending && waiting === 0;
  const ask = async () => {
    if (may && (await onAsk(text.trim()))) setText("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && busy) onStop();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void ask();
    }
  };
  return (
    <>
      <form className="composer" aria-label="Ask" onSubmit={submit}>
        <label className="vh" htmlFor="question">
          Question
        </label>
        <textarea
          id="question"
          rows={2}
          maxLength={askLimits.question}
          placeholder="Ask your sources"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          aria-describedby="question-help"
        />
        <div className="row">
          <span className="meta">Asks in {asksIn}</span>
          <span className="meta dim">
            {count(length)} of {count(askLimits.question)} characters; {left} of {askLimits.perMinute} questions left this minute
          </span>
          {/* Not `disabled`: that would throw away the focus of whoever pressed it. */}
          <Button kind="go" type="submit" aria-disabled={!may}>
            {waiting > 0 ? `Ask in ${waiting} s` : sending ? "Asking" : "Ask"}
          </Button>
        </div>
      </form>
      <FormError>{error}</FormError>
      <p className="note" id="question-help">
        {busy ? "Waits until the answer above has ended or is stopped. What is typed is kept. " : ""}Ctrl Enter asks, Esc stops.
      </p>
    </>
  );
};

/** What was typed outlives the page and the session. */
function useKept(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => setText(window.localStorage.getItem(key) ?? ""), [key]);
  const keep = (next: string) => {
    setText(next);
    if (next === "") window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, next);
  };
  return [text, keep];
}

/** Whole seconds that are left of a wait. */
function useCountdown(waitMs: number): number {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    const start = Date.now();
    setNow(start);
    setUntil(start + waitMs);
  }, [waitMs]);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [left]);
  return left;
}
