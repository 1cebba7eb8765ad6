import type { Coverage } from "@/server/research/requests/schema";
import { Fold } from "../feedback/fold";
import { StateMark } from "../marks/state-mark";
import { coverageRows } from "./coverage-words";

type CoverageTableProps = {
  coverage: Coverage;
  /** Names by provider id, where they differ. */
  names?: Readonly<Record<string, string>>;
};

/** The same line provider by provider, and the very questions. */
export const CoverageTable = ({ coverage, names = {} }: CoverageTableProps) => (
  <Fold summary={`Each of the ${coverage.asked.length + coverage.skipped.length} and the questions`}>
    <table className="coverage-table">
      <caption className="vh">What became of every provider of the request in this category</caption>
      <tbody>
        {coverageRows(coverage).map(({ provider, state, words, reason }) => (
          <tr key={provider}>
            <th scope="row">{names[provider] ?? provider}</th>
            <td>
              <StateMark state={state}>{words}</StateMark>
              {reason ? <span className="note">{reason}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {coverage.queries.length > 0 ? (
      <>
        <p className="label mt-3">{coverage.queries.length === 1 ? "The question" : `The ${coverage.queries.length} questions`}</p>
        <ul className="coverage-queries">
          {coverage.queries.map((query) => (
            <li key={query}>{query}</li>
          ))}
        </ul>
      </>
    ) : null}
  </Fold>
);
