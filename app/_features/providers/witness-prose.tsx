import { Fragment } from "react";
import { hrefOf } from "@/app/_features/research/source-href";
import { Cite } from "@/app/_ui/reading/cite";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";
import type { SaidPiece, Witness, WitnessSource } from "@/server/research/editions/panel/schema";
import { isUnsourced } from "./witness-words";

type ProseProps = { witness: Pick<Witness, "said" | "linked" | "sources">; requestId: string };

/** An engine's own words; behind them the sources it points at there, with their numbers of the edition. */
export const Prose = ({ witness: { said, linked, sources }, requestId }: ProseProps) =>
  numbered(said).map(([at, paragraph]) => (
    <p key={at}>
      {numbered(paragraph).map(([place, sentence]) => (
        <Fragment key={place}>
          {blankBefore(sentence)}
          <span className={linked && isUnsourced(sentence) ? "witness__unsourced" : undefined}>
            {numbered(sentence).map(([part, piece], index) => (
              <Fragment key={part}>
                {index === 0 ? piece.text.trimStart() : piece.text}
                <Sources piece={piece} sources={sources} requestId={requestId} />
              </Fragment>
            ))}
          </span>
        </Fragment>
      ))}
    </p>
  ));

/** What stands between two sentences belongs to neither's underline. */
function blankBefore([first]: readonly SaidPiece[]): string {
  return /^\s*/.exec(first?.text ?? "")?.[0] ?? "";
}

const Sources = ({ piece, sources, requestId }: { piece: SaidPiece; sources: readonly WitnessSource[]; requestId: string }) => {
  const named = piece.sources.flatMap((index) => sources[index] ?? []);
  if (named.length === 0) return null;
  return (
    <span className="cites">
      {named.map((source, index) => (
        <Fragment key={source.number ?? source.url ?? source.title}>
          {index > 0 ? <span aria-hidden="true">,</span> : null}
          {source.number === null ? (
            <Unnumbered source={source} />
          ) : (
            <Cite number={source.number} title={source.title} href={`/research/${requestId}/sources#${sourceAnchor(source.number)}`} />
          )}
        </Fragment>
      ))}
    </span>
  );
};

/** Before the sources are gathered they have no numbers. */
const Unnumbered = ({ source }: { source: WitnessSource }) => {
  const href = hrefOf(source);
  const host = source.url === null ? null : (URL.parse(source.url)?.hostname ?? null);
  const name = host ?? source.title;
  return href ? <a href={href}>{name}</a> : <span>{name}</span>;
};

/** Nothing in an answer moves, so that a place is a key. */
function numbered<T>(parts: readonly T[]): [string, T][] {
  return parts.map((part, index) => [String(index), part]);
}
