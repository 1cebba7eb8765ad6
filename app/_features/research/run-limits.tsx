import type { ReactNode } from "react";
import { Choice } from "@/app/_ui/controls/choice";
import { TextInput } from "@/app/_ui/controls/text-input";
import { Meter } from "@/app/_ui/page/meter";
import type { MonthSpending } from "@/server/research/spending/schema";
import { dollars } from "./questions";

type RunLimitsProps = {
  /** As typed. */
  cap: string;
  onCap: (cap: string) => void;
  error?: string;
  fresh: boolean;
  onFresh: (fresh: boolean) => void;
  /** Further choices. */
  children?: ReactNode;
};

/** Where the run stops, and whether stored answers may stand for new ones. */
export const RunLimits = ({ cap, onCap, error, fresh, onFresh, children }: RunLimitsProps) => (
  <div className="ask-limits">
    <TextInput
      id="cap"
      label="Stop at, US dollars"
      inputMode="decimal"
      autoComplete="off"
      value={cap}
      onChange={(event) => onCap(event.currentTarget.value)}
      error={error}
      help="The run stops there and keeps what it has. At most one call can go over."
    />
    <Choice
      label="Ask everything anew"
      detail="otherwise an answer to the same question stands for a day; it is marked and free"
      checked={fresh}
      onChange={(event) => onFresh(event.currentTarget.checked)}
    />
    {children}
  </div>
);

/** The account's month with this run in it. */
export const MonthMeter = ({ month, usd }: { month: MonthSpending; usd: number }) => {
  const used = month.spentUsd + month.reservedUsd;
  if (month.capUsd === 0) return <p className="note">No money may be spent on this account.</p>;
  return (
    <div className="mb-5">
      <p className="label">Your month</p>
      <Meter
        value={used / month.capUsd}
        sign={(used + usd) / month.capUsd}
        warn={used + usd > month.capUsd * 0.8}
        label={`${dollars(used)} of ${dollars(month.capUsd)} used this month; ${dollars(used + usd)} with this run`}
      />
      <p className="note">
        {dollars(used)} of {dollars(month.capUsd)}. Dashed line: with this run.
      </p>
    </div>
  );
};
