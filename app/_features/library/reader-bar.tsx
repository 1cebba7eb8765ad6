"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/controls/button";

type ReaderBarProps = {
  page: number;
  pages: number;
  /** 1: a page is as wide as its place. */
  zoom: number;
  zooms: readonly number[];
  onPage: (page: number) => void;
  onZoom: (zoom: number) => void;
};

/** Where one is in a file, the way to another page, and how large it is drawn. */
export const ReaderBar = ({ page, pages, zoom, zooms, onPage, onZoom }: ReaderBarProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const at = zooms.indexOf(zoom);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const wanted = Number(typed);
    setTyped(null);
    if (Number.isInteger(wanted) && wanted > 0) onPage(Math.min(pages, wanted));
  };
  return (
    <nav className="pdf__bar" aria-label="Pages of the file">
      <Button size="small" kind="ghost" disabled={page <= 1} onClick={() => onPage(page - 1)} aria-label="Page before">
        Before
      </Button>
      <form onSubmit={go} className="pdf__where">
        <label htmlFor="reader-page">Page</label>
        <input
          id="reader-page"
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(page)}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, "").slice(0, 5))}
          onBlur={() => setTyped(null)}
        />
        <span className="num">of {pages.toLocaleString("en")}</span>
      </form>
      <Button size="small" kind="ghost" disabled={page >= pages} onClick={() => onPage(page + 1)} aria-label="Next page">
        Next
      </Button>
      <span className="pdf__zoom">
        <Button size="small" kind="ghost" disabled={at <= 0} onClick={() => onZoom(zooms[at - 1] ?? zoom)} aria-label="Smaller">
          −
        </Button>
        <output className="num" aria-label="Size">
          {Math.round(zoom * 100)}&thinsp;%
        </output>
        <Button size="small" kind="ghost" disabled={at >= zooms.length - 1} onClick={() => onZoom(zooms[at + 1] ?? zoom)} aria-label="Larger">
          +
        </Button>
      </span>
    </nav>
  );
};
