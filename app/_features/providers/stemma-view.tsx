import { ScrollRegion } from "@/app/_ui/a11y/scroll-region";
import type { Witness } from "@/server/research/editions/panel/schema";
import { layOutStemma, stemmaRows } from "./stemma";
import { stemmaOf, stemmaWords } from "./stemma-of";

const box = 26;

/** Which answer descends from which source: sources above, one for each voice; answers below. */
export const StemmaView = ({ witnesses }: { witnesses: readonly Witness[] }) => {
  const input = stemmaOf(witnesses);
  const drawing = layOutStemma(input);
  const top = stemmaRows.source - box / 2;
  return (
    <>
      <ScrollRegion label="Stemma">
        <svg
          className="stemma"
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-label={stemmaWords(witnesses)}
        >
          {drawing.lines.map((line) => (
            <path key={line.key} className={`stemma__line stemma__line--${line.role}`} d={line.path} />
          ))}
          {drawing.sources.map(({ key, x, label, number }) => (
            <g key={key}>
              <rect className="stemma__source" x={x - box / 2} y={top} width={box} height={box} />
              <text className="stemma__number" x={x} y={stemmaRows.source + 4} textAnchor="middle">
                {number ?? ""}
              </text>
              <text x={x} y={top - 10} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
          {drawing.answers.map(({ key, x, label, end }) => (
            <g key={key}>
              <Foot x={x} end={end} />
              <text className="stemma__number" x={x} y={stemmaRows.answer + 28} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
        </svg>
      </ScrollRegion>
      <p className="keyrow mt-3">
        <Key line="cited">cited, or brought as a record</Key>
        <Key line="retrieved">retrieved, not cited</Key>
        <Key line="unnamed">names no source</Key>
      </p>
    </>
  );
};

const Foot = ({ x, end }: { x: number; end: "named" | "unnamed" | "none" }) => {
  const y = stemmaRows.answer;
  if (end === "none") return <path className="stemma__cross" d={`M${x - 5} ${y - 5}l10 10m0-10-10 10`} />;
  if (end === "named") return <circle className="stemma__answer" cx={x} cy={y} r="5.5" />;
  return (
    <>
      <path className="stemma__line stemma__line--unnamed" d={`M${x} ${y - 6}V${y - 44}`} />
      <circle className="stemma__answer stemma__answer--unnamed" cx={x} cy={y} r="5.5" />
    </>
  );
};

const Key = ({ line, children }: { line: string; children: string }) => (
  <span>
    <svg className="stemma-key" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
      <path className={`stemma__line stemma__line--${line}`} d="M0 4h28" />
    </svg>{" "}
    {children}
  </span>
);
