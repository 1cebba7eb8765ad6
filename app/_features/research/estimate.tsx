import type { ReactNode } from "react";
import type { ProviderInfo } from "@/server/research/providers/schema";
import { type AskedCategory, dollars, questionsFor } from "./questions";

type EstimateProps = {
  providers: readonly ProviderInfo[];
  categories: readonly AskedCategory[];
  /** What starts the run, under the sum. */
  children: ReactNode;
};

/** What the run may cost: questions times price, by provider. */
export const Estimate = ({ providers, categories, children }: EstimateProps) => {
  const lines = providers.map((provider) => ({ provider, questions: questionsFor(provider, categories) }));
  const total = lines.reduce((sum, line) => sum + line.questions * line.provider.estimateUsd, 0);
  const questions = lines.reduce((sum, line) => sum + line.questions, 0);
  return (
    <section aria-labelledby="estimate">
      <h2 id="estimate" className="aside-title">
        Estimate
      </h2>
      <p className="row items-baseline gap-2">
        <span className="price">{dollars(total)}</span>
        <span className="meta">{total === 0 ? "none of these providers has a price" : "at most one call can go over the cap"}</span>
      </p>
      <dl className="price-lines mb-5">
        {lines.map(({ provider, questions: own }) => (
          <div key={provider.id}>
            <dt>
              {provider.name}, {own} {own === 1 ? "question" : "questions"}
            </dt>
            <dd>{dollars(own * provider.estimateUsd)}</dd>
          </div>
        ))}
        {lines.length > 1 ? (
          <div>
            <dt>Together, {questions} questions</dt>
            <dd>{dollars(total)}</dd>
          </div>
        ) : null}
      </dl>
      {children}
    </section>
  );
};
