import { Mark } from "@/app/_ui/marks/mark";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { Witness } from "@/server/research/editions/panel/schema";
import { WitnessSaid } from "./witness-said";
import { WitnessSources } from "./witness-sources";
import { costWords, kindWords, modelWords, retryWords, sameVoice, standingState, standingWords, timeWords } from "./witness-words";

type WitnessViewProps = { witness: Witness; all: readonly Witness[]; requestId: string };

/** One provider's answer: how it stands, what it took, its words, its sources. */
export const WitnessView = ({ witness, all, requestId }: WitnessViewProps) => {
  const { standing, cost, cachedAt } = witness;
  const model = modelWords(witness);
  const id = `witness-${witness.provider}`;
  return (
    <article className={standing === "ungrounded" ? "witness witness--loose" : "witness"} aria-labelledby={id}>
      <div>
        <h3 className="witness__name" id={id}>
          {witness.name}
        </h3>
        <p className="meta dim">{kindWords[witness.kind]}</p>
        <p className="mt-1">
          <StateMark state={standingState(standing)} live={standing === "waiting"}>
            {standingWords(standing)}
          </StateMark>
        </p>
        {standing === "not_asked" ? null : (
          <dl className="witness__facts">
            {model === null ? null : <Fact term="Model">{model}</Fact>}
            <Fact term="Time">{timeWords(witness)}</Fact>
            <Fact term="Cost">{costWords(witness)}</Fact>
            <Fact term="Retries">{retryWords(witness)}</Fact>
            {cachedAt === null ? null : (
              <Fact term="Cache">
                <Mark name="back" /> from {formatTimestamp(cachedAt, "datetime")}
              </Fact>
            )}
          </dl>
        )}
        {cost.basis === "unknown" && cost.reason ? <p className="note">{cost.reason}</p> : null}
      </div>
      <WitnessSaid witness={witness} requestId={requestId} />
      <WitnessSources witness={witness} shared={sameVoice(witness, all)} requestId={requestId} />
    </article>
  );
};

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
