import type { Score, Signal } from "@/server/research/scoring/schema";
import { givingSignals } from "../figures/ring";

type SignalTableProps = {
  score: Score;
  /** "Confidence" or "Quality". */
  what?: string;
};

const names: Record<string, string> = {
  support: "Support",
  independence: "Independence",
  authority: "Authority",
  recency: "Recency",
  agreement: "Agreement",
  directness: "Directness",
  tier_mix: "Authority of the sources",
  alive: "Sources that are alive",
  anchored: "Quotes that are anchored",
  age: "Age of the sources",
};
const nameOf = (signal: Signal): string => names[signal.name] ?? signal.name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
const signed = (points: number): string => (points < 0 ? `\u2212${Math.abs(points).toFixed(1)}` : points.toFixed(1));

/** How a score is made: every signal with its weight, its value, its points and what was counted, summed at the foot. */
export const SignalTable = ({ score, what = "Confidence" }: SignalTableProps) => {
  const giving = new Set(givingSignals(score.signals));
  const heaviest = Math.max(1, ...[...giving].map((signal) => signal.weight));
  return (
    <div className={score.value < 75 ? "signals signals--low" : "signals"}>
      <table>
        <caption className="vh">Signals of the score {what}, each weight times value</caption>
        <tbody>
          {score.signals.map((signal) => (
            <tr key={signal.name}>
              <th scope="row">
                {nameOf(signal)}
                <small>{signal.explanation}</small>
              </th>
              <td>
                {giving.has(signal) ? `${signal.weight} \u00d7 ${signal.value.toFixed(2)}` : signal.points < 0 ? "deducted" : "nothing deducted"}
              </td>
              <td className="signals__bar">{!giving.has(signal) ? null : <SignalBar weight={signal.weight / heaviest} value={signal.value} />}</td>
              <td>{signed(signal.points)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <b>{what}</b>
            </th>
            <td />
            <td className="signals__bar" />
            <td>
              <b>{score.value}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
};

const SignalBar = ({ weight, value }: { weight: number; value: number }) => (
  <svg aria-hidden="true">
    <rect className="signals__bed" x="0.5" y="7.5" width={`${Math.round(weight * 990) / 10}%`} height="7" />
    <rect className="signals__ink" x="0.5" y="7.5" width={`${Math.round(weight * Math.min(1, Math.max(0, value)) * 990) / 10}%`} height="7" />
  </svg>
);
