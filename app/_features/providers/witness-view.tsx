import Link from "next/link";
import { Mark } from "@/app/_ui/marks/mark";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { Witness } from "@/server/research/editions/panel/schema";
import { AskAgain } from "./ask-again";
import { WitnessSaid } from "./witness-said";
import { WitnessSources } from "./witness-sources";
import {
  costWords,
  kindWords,
  limitWords,
  modelWords,
  otherCostWords,
  retryWords,
  sameVoice,
  standingState,
  standingWords,
  timeWords,
} from "./witness-words";

type WitnessViewProps = {
  witness: Witness;
  all: readonly Witness[];
  requestId: string;
  /** Of the category. */
  slug: string;
  /** The run goes on: nothing can be asked again yet. */
  open: boolean;
};

/** One provider's answer: how it stands, what it took, its words, its sources. */
export const WitnessView = ({ witness, all, requestId, slug, open }: WitnessViewProps) => {
  const { standing, cost, cachedAt, again, provider, name } = witness;
  const limit = limitWords(witness);
  const otherCost = otherCostWords(witness);
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
            {limit === null ? null : <Fact term="Limit">{limit}</Fact>}
            {cachedAt === null ? null : (
              <Fact term="Cache">
                <Mark name="back" /> from {formatTimestamp(cachedAt, "datetime")}
              </Fact>
            )}
            {witness.raw ? (
              <Fact term="Raw">
                <Link href={`/research/${requestId}/providers/${slug}/${provider}`} prefetch={false} aria-label={`Read the raw answer of ${name}`}>
                  read
                </Link>
                ,{" "}
                <a href={`/api/research/${requestId}/answers/${slug}/${provider}`} aria-label={`Download the raw answer of ${name}`}>
                  download
                </a>
              </Fact>
            ) : null}
          </dl>
        )}
        {otherCost === null ? null : <p className="note">{otherCost}</p>}
        {cost.reason && (cost.usd === null || cost.usd > 0 || witness.kind === "library") ? <p className="note">{cost.reason}</p> : null}
      </div>
      <WitnessSaid witness={witness} requestId={requestId} />
      <WitnessSources witness={witness} shared={sameVoice(witness, all)} requestId={requestId}>
        {again === null || open ? null : (
          <AskAgain
            requestId={requestId}
            slug={slug}
            provider={provider}
            name={witness.kind === "library" ? "your library" : name}
            quote={again}
            quiet={standing === "answered"}
          />
        )}
      </WitnessSources>
    </article>
  );
};

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
