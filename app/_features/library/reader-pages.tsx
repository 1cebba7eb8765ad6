"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ReaderBar } from "./reader-bar";
import type { CitedOnPage } from "./reader-draw";
import type { OpenPdf } from "./reader-open";
import { ReaderPage } from "./reader-page";

type ReaderPagesProps = {
  pdf: OpenPdf;
  cited: readonly CitedOnPage[];
  /** Where it begins. */
  page: number;
  textHref: string;
  onNotOnPage: () => void;
};

const zooms: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** All pages of an open file one under the other; only those near the window are drawn. */
export const ReaderPages = ({ pdf, cited, page, textHref, onNotOnPage }: ReaderPagesProps) => {
  const region = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState(page);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  const shown = useRef(page);
  /** Brought into view once: who has scrolled on is not called back. */
  const landed = useRef(false);
  const pages = pdf.document.numPages;

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    element.style.setProperty("--page-ratio", String(pdf.ratio));
    let before = 0;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      if (now === before) return;
      // All pages change their height: the one that is read stays in view.
      if (before > 0) document.getElementById(`page-${shown.current}`)?.scrollIntoView({ block: "start" });
      before = now;
      setWidth(now);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pdf]);
  useEffect(() => region.current?.style.setProperty("--zoom", String(zoom)), [zoom]);
  useEffect(() => {
    if (width > 0 && !landed.current && (page > 1 || cited.length > 0)) document.getElementById(`page-${page}`)?.scrollIntoView({ block: "start" });
  }, [width, page, cited]);

  const onRead = (number: number) => {
    shown.current = number;
    setCurrent(number);
  };
  const goTo = (number: number) => {
    const wanted = document.getElementById(`page-${number}`);
    wanted?.scrollIntoView({ block: "start" });
    wanted?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = zooms.indexOf(zoom);
    if (event.key === "n") goTo(Math.min(pages, current + 1));
    else if (event.key === "p") goTo(Math.max(1, current - 1));
    else if (event.key === "+" || event.key === "=") setZoom(zooms[at + 1] ?? zoom);
    else if (event.key === "-") setZoom(zooms[at - 1] ?? zoom);
    else if (event.key === "0") setZoom(1);
    else return;
    event.preventDefault();
  };
  const onCited = (number: number) => (found: boolean) => {
    if (!found) onNotOnPage();
    else if (!landed.current && number === cited[0]?.page) {
      landed.current = true;
      const passage = document.getElementById("passage");
      passage?.scrollIntoView({ block: "center", inline: "nearest" });
      passage?.focus({ preventScroll: true });
    }
  };

  return (
    <>
      <ReaderBar page={current} pages={pages} zoom={zoom} zooms={zooms} onPage={goTo} onZoom={setZoom} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keyboard */}
      <section ref={region} className="pdf" aria-label="Pages. n: next page, p: page before, plus and minus: size" tabIndex={0} onKeyDown={onKeyDown}>
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <ReaderPage
            key={number}
            pdf={pdf}
            number={number}
            width={Math.round(width * zoom)}
            cited={cited.find((each) => each.page === number) ?? null}
            isFirst={cited[0]?.page === number}
            onRead={onRead}
            onCited={onCited(number)}
            textHref={textHref}
          />
        ))}
      </section>
    </>
  );
};
