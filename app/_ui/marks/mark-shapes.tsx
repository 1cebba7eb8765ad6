// The drawings of all marks, in a 14 by 14 box. `cut` is drawn in the colour of the paper, `line` in that of the text.
import type { ReactNode } from "react";

export const markShapes = {
  agree: (
    <>
      <circle cx="7" cy="7" r="6" />
      <path className="cut" d="M3.8 7.2l2.2 2.2 4.2-4.6" strokeWidth="1.6" />
    </>
  ),
  differs: (
    <>
      <path d="M7 .6 13.4 7 7 13.4.6 7z" />
      <path className="cut" d="M4.4 5.8h5.2M4.4 8.2h5.2M8.6 3.8 5.4 10.2" strokeWidth="1.1" />
    </>
  ),
  open: <path fillRule="evenodd" d="M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1zm0 1.5v9a4.5 4.5 0 0 0 0-9z" />,
  apart: <path d="M3.6 1h2v12h-2zM8.4 1h2v12h-2z" />,
  juris: (
    <>
      <path d="M1 2h5v10H1z" />
      <path className="line" d="M8.7 2.7h3.6v8.6H8.7z" strokeWidth="1.4" />
    </>
  ),
  silent: <circle cx="7" cy="7" r="1.3" />,
  none: <circle className="line" cx="7" cy="7" r="5.2" strokeWidth="1.5" />,
  queued: <circle className="line" cx="7" cy="7" r="5.2" strokeWidth="1.5" strokeDasharray="2 1.9" />,
  blocked: <path fillRule="evenodd" d="M7 .8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 7 .8zM3.6 5.9v2.2h6.8V5.9z" />,
  failed: <path className="line" d="m2.5 2.5 9 9m0-9-9 9" strokeWidth="2" />,
  run: <path d="M1 5.9h7.5V3L13 7l-4.5 4V8.1H1z" />,
  done: <path className="line" d="m1.8 7.4 3.4 3.6 7-8" strokeWidth="1.9" />,
  retry: (
    <>
      <path className="line" d="M11.8 7A4.8 4.8 0 1 1 9.6 3" strokeWidth="1.5" />
      <path d="M8 .5l4.2 2.3L8.5 5.6z" />
    </>
  ),
  held: <path d="M1 6.3h5v1.4H1zM8 6.3h5v1.4H8zM6.3 2h1.4v10H6.3z" />,
  event: <circle cx="7" cy="7" r="2.3" />,
  stopped: <path d="M3 3h8v8H3z" />,
  chevron: <path className="line" d="m5 2.5 4.5 4.5L5 11.5" strokeWidth="1.6" />,
  back: <path className="line" d="M9 2.5 4.5 7 9 11.5" strokeWidth="1.6" />,
  search: (
    <>
      <circle className="line" cx="6" cy="6" r="4.2" strokeWidth="1.4" />
      <path className="line" d="m9.2 9.2 3.6 3.6" strokeWidth="1.5" />
    </>
  ),
  theme: (
    <>
      <path d="M7 1a6 6 0 1 0 0 12z" />
      <circle className="line" cx="7" cy="7" r="5.3" strokeWidth="1.3" />
    </>
  ),
  lock: (
    <>
      <path d="M2.5 6h9v7h-9z" />
      <path className="line" d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" strokeWidth="1.4" />
    </>
  ),
  offline: (
    <>
      <path className="line" d="M1.5 5.5a8 8 0 0 1 11 0M3.8 8a4.6 4.6 0 0 1 6.4 0" strokeWidth="1.4" />
      <path className="line" d="M2 12.5 12 1.5" strokeWidth="1.5" />
    </>
  ),
  clock: (
    <>
      <circle className="line" cx="7" cy="7" r="5.3" strokeWidth="1.4" />
      <path className="line" d="M7 3.8V7l2.4 1.6" strokeWidth="1.4" />
    </>
  ),
  file: <path className="line" d="M3 1.2h5.5L11.5 4v8.8H3zM8.2 1.4v3h3" strokeWidth="1.3" />,
  added: (
    <>
      <path className="line" d="M2.5 1h6l3 3v9h-9z" strokeWidth="1.3" />
      <path className="line" d="M7 5v5.4M4.3 7.7h5.4" strokeWidth="1.4" />
    </>
  ),
  lost: (
    <>
      <path className="line" d="M2.5 1h6l3 3v9h-9z" strokeWidth="1.3" strokeDasharray="2 1.4" />
      <path className="line" d="M4.3 7.7h5.4" strokeWidth="1.4" />
    </>
  ),
  retracted: (
    <>
      <path className="line" d="M2.5 1h6l3 3v9h-9z" strokeWidth="1.3" />
      <path className="line" d="M.6 11.4 13.4 3.6" strokeWidth="1.9" />
    </>
  ),
  edited: <path className="line" d="M7 1.6 13 12.6H1z" strokeWidth="1.5" strokeLinejoin="round" />,
  method: (
    <>
      <path className="line" d="M1 4.2h12M1 9.8h12" strokeWidth="1.3" />
      <path d="M3 2h3v4.4H3zM8 7.6h3V12H8z" />
    </>
  ),
  hand: <path className="line" d="M2 12.5 3 9 9.5 2.5l2 2L5 11z" strokeWidth="1.4" strokeLinejoin="round" />,
  add: <path className="line" d="M7 2v10M2 7h10" strokeWidth="1.7" />,
  seal: (
    <>
      <circle className="line" cx="7" cy="7" r="5" strokeWidth="1.3" />
      <path className="line" d="M7 3.8v6.4M3.8 7h6.4" strokeWidth="1.3" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type MarkName = keyof typeof markShapes;
