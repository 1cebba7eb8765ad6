import type { ProviderInfo } from "@/server/research/providers/schema";
import { type AskedCategory, dollars, questionsFor } from "./questions";

type EstimateProps = { providers: readonly ProviderInfo[]; categories: readonly AskedCategory[] };

/** What the run may cost: questions times price, by provider. */
export const Estimate = ({ providers, categories }: EstimateProps) => {
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
        <span className="meta">
          {questions} {questions === 1 ? "question" : "questions"} to {providers.length} {providers.length === 1 ? "provider" : "providers"}
        </span>
      </p>
      <p className="note">
        {total === 0
          ? "None of these providers has a price."
          : lines.map((line) => `${line.provider.name} ${dollars(line.questions * line.provider.estimateUsd)}`).join(", ")}
      </p>
    </section>
  );
};
