import { Fold } from "@/app/_ui/feedback/fold";
import { Cite } from "@/app/_ui/reading/cite";
import { Quote } from "@/app/_ui/reading/quote";
import { sourceAnchor } from "@/app/_ui/reading/source-anchor";
import type { Witness } from "@/server/research/editions/panel/schema";
import { Since } from "./since";
import { Tries } from "./tries";
import { Prose } from "./witness-prose";
import { hasOwnNumbers, isUnsourced } from "./witness-words";

type WitnessSaidProps = { witness: Witness; requestId: string };

/** What a provider said: an engine's own words, or the words of the sources that an evidence API or the library brought. */
export const WitnessSaid = ({ witness, requestId }: WitnessSaidProps) => {
  const { standing, text, said, linked, excerpts, error, tries, queries, name, since } = witness;
  return (
    <div className="witness__middle">
      {text === "" ? null : (
        <div className="witness__said">
          <Prose witness={witness} requestId={requestId} />
          {standing === "cut_off" ? <TornEdge /> : null}
        </div>
      )}
      {excerpts.map((excerpt) => (
        <Quote
          key={excerpt.number}
          text={excerpt.text}
          foot={
            <>
              <Cite number={excerpt.number} inline href={`/research/${requestId}/sources#${sourceAnchor(excerpt.number)}`} /> {excerpt.heading}
            </>
          }
        />
      ))}
      <Standing witness={witness} />
      {standing === "failed" || tries.length > 0 ? <Tries tries={tries} startedAt={witness.startedAt} gaveUp={standing === "failed"} /> : null}
      {error !== null && standing !== "failed" ? <p className="meta mt-2">{error}</p> : null}
      {since === null ? null : <Since since={since} name={name} />}
      {linked && said.flat().some(isUnsourced) ? <p className="note">Dotted: {name} names no source for these words.</p> : null}
      {hasOwnNumbers(said) ? <p className="note">Numbers in brackets are {name}&rsquo;s own; those of the edition stand beside it.</p> : null}
      {queries.length > 0 ? (
        <Fold summary={`What was searched for, ${queries.length}`}>
          <ul className="witness__queries">
            {keyed(queries).map(([key, query]) => (
              <li key={key}>{query}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </div>
  );
};

const Standing = ({ witness }: { witness: Witness }) => {
  const { standing, text, claims, stated, kind } = witness;
  if (standing === "ungrounded") {
    return (
      <p className="meta mt-2">
        <b>Counts as no voice.</b> No sentence of the edition stands on it.
      </p>
    );
  }
  if (standing === "cut_off" && text !== "") {
    return (
      <p className="meta mt-2">
        <b>Ends before its end.</b> What came whole is kept; nothing was guessed.
      </p>
    );
  }
  if (kind !== "engine" && standing === "answered") {
    const read = claims === 1 ? "1 claim is" : `${claims} claims are`;
    return (
      <p className="note">
        No prose of its own: {read} read from its sources{stated > 0 ? `, ${stated} of them stated as fields of a record` : ""}.
      </p>
    );
  }
  return standing === "nothing_found" ? <p className="meta">It was asked and brought nothing that can be cited.</p> : null;
};

/** Where the words break off. */
const TornEdge = () => (
  <svg className="witness__torn" aria-hidden="true">
    <defs>
      <pattern id="torn-edge" width="11" height="8" patternUnits="userSpaceOnUse">
        <path d="M-1 .5 5.5 7 12 .5" />
      </pattern>
    </defs>
    <rect width="100%" height="8" fill="url(#torn-edge)" />
  </svg>
);

/** The same words twice are two entries. */
function keyed(texts: readonly string[]): [string, string][] {
  return texts.map((text, index) => [`${index} ${text.slice(0, 40)}`, text]);
}
