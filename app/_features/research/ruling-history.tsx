import { Fold } from "@/app/_ui/feedback/fold";
import { Notice } from "@/app/_ui/feedback/notice";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { Override } from "@/server/research/conflicts/override/schema";
import { rulingWords } from "./ruling-words";

/** Every ruling that was made on an entry, newest first. One alone stands with the entry and needs no list. */
export const RulingHistory = ({ rulings }: { rulings: readonly Override[] }) =>
  rulings.length < 2 ? null : (
    <Fold summary={`${rulings.length} rulings by hand`}>
      <ol className="rulings">
        {rulings.toReversed().map((ruling) => (
          <li key={ruling.id}>
            <RulingLine ruling={ruling} />
          </li>
        ))}
      </ol>
    </Fold>
  );

/** Who ruled what, when, and why. */
export const RulingLine = ({ ruling }: { ruling: Override }) => (
  <>
    <b>{rulingWords(ruling)}</b>, {ruling.by ?? "an account that is gone"}, <Timestamp at={ruling.at} form="datetime" />
    {ruling.carried ? ", on an earlier edition" : null}. <q className="rulings__reason">{ruling.reason}</q>
  </>
);

/** Rulings whose claims changed: told of, so that nobody takes them for applied. */
export const OtherRulings = ({ rulings }: { rulings: readonly Override[] }) =>
  rulings.map((ruling) => (
    <div key={ruling.id} className="mt-3">
      <Notice tone="ochre" title={`The ruling of ${ruling.by ?? "an account that is gone"} was about other claims.`}>
        It is not applied: {rulingWords(ruling)}, when the sides were {ruling.sides.map((side) => side.label).join(" and ")}. Look at the sides as
        they are now and rule anew. <q>{ruling.reason}</q>
      </Notice>
    </div>
  ));
