import type { ReactNode } from "react";
import { FormError } from "@/app/_ui/controls/form-error";
import type { Estimate as Estimated } from "@/server/research/spending/schema";
import { categoriesWithin } from "./cap";
import { dollars } from "./questions";
import { MonthMeter } from "./run-limits";

type EstimateProps = {
  /** Null while it is being worked out, or where nothing is chosen. */
  estimate: Estimated | null;
  /** Why there is none, in one sentence. */
  missing: string;
  categories: number;
  /** US dollars; null while what is typed is no cap. */
  cap: number | null;
  /** What starts the run, under the sum. */
  children: ReactNode;
};

/** What the run may cost, by provider, as the server works it out from its prices. */
export const Estimate = ({ estimate, missing, categories, cap, children }: EstimateProps) => {
  const priced = estimate?.lines.filter((line) => line.questions > 0 && line.usd !== 0) ?? [];
  const free = estimate?.lines.filter((line) => line.questions > 0 && line.usd === 0) ?? [];
  const within = estimate && cap !== null ? categoriesWithin(cap, estimate.usd, categories) : null;
  return (
    <section aria-labelledby="estimate">
      <h2 id="estimate" className="aside-title">
        Estimate
      </h2>
      <p className="row items-baseline gap-2">
        <span className="price">{estimate ? dollars(estimate.usd) : "\u2013"}</span>
        <span className="meta">{estimate ? leadOf(estimate) : missing}</span>
      </p>
      <dl className="price-lines mb-5">
        {priced.map((line) => (
          <div key={line.provider} title={line.reason}>
            <dt>
              {line.name}, {questions(line.questions)}
            </dt>
            <dd>{line.usd === null ? "not known" : dollars(line.usd)}</dd>
          </div>
        ))}
        {free.length > 0 ? (
          <div>
            <dt>
              {free.length === 1 ? free[0]?.name : `${free.length} without a price`}, {questions(free.reduce((sum, line) => sum + line.questions, 0))}
            </dt>
            <dd>{dollars(0)}</dd>
          </div>
        ) : null}
      </dl>
      {estimate && priced.length > 0 ? <MonthMeter month={estimate.month} usd={estimate.usd} /> : null}
      {within === null ? null : (
        <FormError kind="warning">
          Will stop after about {within} of {categories} categories.
        </FormError>
      )}
      {children}
    </section>
  );
};

const questions = (count: number): string => `${count} ${count === 1 ? "question" : "questions"}`;

function leadOf(estimate: Estimated): string {
  if (estimate.unknown > 0) return `and ${estimate.unknown} ${estimate.unknown === 1 ? "provider" : "providers"} whose price is not known`;
  return estimate.usd === 0 ? "none of these providers has a price" : "at most one call can go over the cap";
}
