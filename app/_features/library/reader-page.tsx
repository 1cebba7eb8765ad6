"use client";
import { useEffect, useRef, useState } from "react";
import { type CitedOnPage, clearPage, drawPage, markCited } from "./reader-draw";
import { useNear } from "./reader-near";
import type { OpenPdf } from "./reader-open";

type ReaderPageProps = {
  pdf: OpenPdf;
  number: number;
  /** Of the frame, in pixels: another width is another drawing. */
  width: number;
  cited: CitedOnPage | null;
  /** Whether the cited stretch begins on this page. */
  isFirst: boolean;
  onRead: (number: number) => void;
  /** The cited words are under ink, or the page does not hold them. */
  onCited: (found: boolean) => void;
  textHref: string;
};

/** Whoever scrolls past does not want it drawn. */
const restMs = 60;

/** One page, drawn when it comes near the window and given back when it has gone. */
export const ReaderPage = ({ pdf, number, width, cited, isFirst, onRead, onCited, textHref }: ReaderPageProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const tell = useRef({ onRead, onCited });
  const [read] = useState(() => () => tell.current.onRead(number));
  const near = useNear(frame, read);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    tell.current = { onRead, onCited };
  });
  useEffect(() => {
    const parts = frame.current && canvas.current && words.current ? { frame: frame.current, canvas: canvas.current, words: words.current } : null;
    if (!near || width === 0 || !parts) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const page = await pdf.document.getPage(number);
        stop.signal.throwIfAborted();
        await drawPage({ viewer: pdf.viewer, page, parts, signal: stop.signal });
        setBroken(false);
        if (cited) tell.current.onCited(markCited(parts.words, cited, isFirst));
      } catch {
        // A page that cannot be drawn says so in its place; one that is no longer wanted says nothing.
        if (!stop.signal.aborted) {
          setBroken(true);
          if (cited) tell.current.onCited(false);
        }
      }
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [pdf, number, width, near, cited, isFirst]);
  useEffect(() => {
    if (!near && canvas.current && words.current && frame.current) clearPage({ frame: frame.current, canvas: canvas.current, words: words.current });
  }, [near]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page is no group of fields
    <div ref={frame} className="pdf__page" id={`page-${number}`} role="group" aria-label={`Page ${number}`} tabIndex={-1}>
      <canvas ref={canvas} />
      <div ref={words} className="pdf__words" />
      {broken ? (
        <p className="pdf__broken">
          Page {number} cannot be drawn. <a href={textHref}>Read its text</a>.
        </p>
      ) : null}
    </div>
  );
};
