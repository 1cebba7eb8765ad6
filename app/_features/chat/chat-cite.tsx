"use client";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";

type ChatCiteProps = { number: number; onChoose: () => void };

/** A citation that marks its sentence's passages in the apparatus. */
export const ChatCite = ({ number, onChoose }: ChatCiteProps) => (
  <a className="cite" href={`#${sourceAnchor(number)}`} aria-label={`Source ${number}`} onClick={onChoose}>
    {number}
  </a>
);
