// Another visitor, who asks for something every tenth of a second whether or not the last answer has come: a server that stands still is seen standing still.
import { performance } from "node:perf_hooks";
import { percentile } from "../lib/ranking-measures";
import { queryPath, type Session } from "./session";

const askEveryMs = 100;
/** Nobody waits longer for a page. */
const givenUpMs = 30_000;

const questions = {
  health: "/api/health",
  library: "/library",
  search: "/library?q=grace%20metformin%20report",
  list: queryPath("documents.list", { limit: 50 }),
} as const;

export type Timed = { readonly name: string; readonly ms: number; readonly status: number };

export function askMeanwhile(session: Session) {
  const timed: Timed[] = [];
  const open = new Set<Promise<void>>();
  const names = Object.keys(questions);
  let turn = 0;
  const one = async (name: string, path: string) => {
    const started = performance.now();
    const { status } = await Promise.race([session.get(path), after(givenUpMs)]).catch(() => ({ status: 0 }));
    timed.push({ name, ms: performance.now() - started, status });
  };
  const timer = setInterval(() => {
    const name = names[turn++ % names.length] ?? "health";
    const asked = one(name, Reflect.get(questions, name)).finally(() => open.delete(asked));
    open.add(asked);
  }, askEveryMs);
  return {
    timed,
    async stop(): Promise<Record<string, unknown>> {
      clearInterval(timer);
      await Promise.all(open);
      const summary = (rows: readonly Timed[]) => ({
        answers: rows.length,
        refused: rows.filter(({ status }) => status !== 200).length,
        p50Ms: at(rows, 0.5),
        p95Ms: at(rows, 0.95),
        maxMs: at(rows, 1),
      });
      return { all: summary(timed), ...Object.fromEntries(names.map((name) => [name, summary(timed.filter((row) => row.name === name))])) };
    },
  };
}

function at(rows: readonly Timed[], share: number): number {
  return rows.length === 0
    ? 0
    : Math.round(
        percentile(
          rows.map(({ ms }) => ms),
          share,
        ),
      );
}

function after(ms: number): Promise<{ status: number }> {
  return new Promise((resolve) => setTimeout(() => resolve({ status: 0 }), ms).unref());
}
