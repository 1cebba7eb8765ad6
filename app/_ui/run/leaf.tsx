import type { RunCategory } from "@/server/research/editions/schema";
import { leafLeft, leafLines } from "../figures/leaf";

export type LeafPicture = "queued" | "empty" | "running" | "nothing_found" | "blocked" | "failed";

type LeafProps = {
  picture: LeafPicture;
  /** Which step is under way, for `running`. */
  state?: RunCategory["state"];
  /** 0 to 1 of that step. */
  progress?: number;
};

/** A sheet that fills while a category is worked on; decorative, the tile has the words. */
export const Leaf = ({ picture, state = "queued", progress }: LeafProps) => (
  <svg className={`leaf leaf--${picture}`} viewBox="0 0 44 44" aria-hidden="true">
    <path d="M8.5 2.5h21l6 6v33h-27zM29.5 2.5v6h6" />
    {picture === "queued" || picture === "empty" || picture === "running"
      ? leafLines(state, progress).map((line) => (
          <g key={line.y}>
            <path
              className={line.ink === "now" ? "leaf__bed" : line.ink === "inked" ? "leaf__inked" : "leaf__blank"}
              d={`M${leafLeft} ${line.y}h${line.length}`}
            />
            {line.ink === "now" ? <path className="leaf__now" d={`M${leafLeft} ${line.y}h${line.inkLength}`} /> : null}
          </g>
        ))
      : null}
    {picture === "nothing_found" ? (
      <text x="22" y="28" textAnchor="middle">
        0
      </text>
    ) : null}
    {picture === "blocked" ? <path className="leaf__bar" d="M4 19.5h36v6H4z" /> : null}
    {picture === "failed" ? <path className="leaf__cross" d="M14 17l16 17M30 17 14 34" /> : null}
  </svg>
);
