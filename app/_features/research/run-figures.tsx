import { StateMark } from "@/app/_ui/marks/state-mark";
import { CellStrip } from "@/app/_ui/page/cell-strip";
import { Figure, FiguresStrip } from "@/app/_ui/page/figures-strip";
import { Meter } from "@/app/_ui/page/meter";
import { tilePicture } from "@/app/_ui/run/tile-words";
import { durationWords } from "@/app/_ui/time/format-time";
import type { RunSnapshot } from "@/server/research/editions/schema";
import { dollars } from "./questions";

type RunFiguresProps = { run: RunSnapshot; now: string; running: boolean };

/** The four figures of a run: how far it is, what it has spent, what it found, where sources differ. */
export const RunFigures = ({ run, now, running }: RunFiguresProps) => {
  const { request, categories, totals, cost } = run;
  const cells = categories.map((category) => ({ key: category.slug, state: tilePicture(category) }));
  const under = cells.filter((cell) => cell.state === "running").length;
  const queued = categories.filter((category) => category.outcome === null).length - under;
  const stopped = categories.filter((category) => category.state === "cancelled").length;
  const settled = categories.length - under - queued - stopped;
  const elapsed = durationWords(Date.parse(request.endedAt ?? now) - Date.parse(request.startedAt ?? request.createdAt));
  const sources = Math.max(totals.sources, ...categories.map((category) => category.sourceCount));
  const label = [
    settled > 0 ? `${settled} settled` : "",
    stopped > 0 ? `${stopped} stopped` : "",
    under > 0 ? `${under} under way` : "",
    queued > 0 ? `${queued} queued` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  return (
    <FiguresStrip label="The run in figures">
      <Figure
        label={
          <StateMark
            state={running ? "running" : request.status === "cancelled" ? "cancelled" : request.status === "failed" ? "failed" : "done"}
            live={running}
          >
            {running ? `Running, ${elapsed}` : `Ended after ${elapsed}`}
          </StateMark>
        }
        value={`${settled} of ${categories.length}`}
        unit={
          running
            ? `categories settled, ${under} under way, ${queued} queued`
            : stopped > 0
              ? `categories settled, ${stopped} stopped`
              : "categories settled"
        }
      >
        <CellStrip cells={cells} label={label} />
      </Figure>
      <Figure
        label="Spend"
        value={dollars(cost.usd)}
        unit={`of the ${dollars(cost.capUsd)} cap`}
        note={cost.unknown > 0 ? `${cost.unknown} answers without a known price.` : "At most one call can go over."}
      >
        <Meter value={cost.capUsd === 0 ? 0 : cost.usd / cost.capUsd} label={`${dollars(cost.usd)} of the ${dollars(cost.capUsd)} cap`} />
      </Figure>
      <Figure
        label="Sources"
        value={sources}
        unit={
          running ? "so far" : `from ${request.providers.length} ${request.providers.length === 1 ? "provider" : "providers"} that could be asked`
        }
        note={running ? undefined : `${totals.independentSources} independent after copies were joined; ${totals.claims} claims read.`}
      />
      <Figure
        label={running ? "Conflicts so far" : "Conflicts"}
        value={totals.conflictsOpen + totals.conflictsResolved}
        unit={`${totals.conflictsOpen} of them open`}
        note={
          totals.setApart > 0 ? `Another ${totals.setApart} only looked like conflicts: not comparable, or differing by jurisdiction.` : undefined
        }
      />
    </FiguresStrip>
  );
};
