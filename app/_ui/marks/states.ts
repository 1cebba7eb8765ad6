// Every state the pages show: its mark and its word. A run's states first, then what sources are to each other.
import type { MarkName } from "./mark-shapes";

const marks = {
  queued: ["queued", "Queued"],
  running: ["run", "Running"],
  done: ["done", "Done"],
  nothing_found: ["none", "Nothing found"],
  not_searched: ["queued", "Not searched"],
  blocked: ["blocked", "Blocked"],
  failed: ["failed", "Failed"],
  cancelled: ["stopped", "Cancelled"],
  agrees: ["agree", "agrees"],
  conflict: ["differs", "conflict"],
  open: ["open", "open"],
  not_comparable: ["apart", "not comparable"],
  by_jurisdiction: ["juris", "by jurisdiction"],
  alone: ["event", "one voice"],
  silent: ["silent", "says nothing"],
} as const satisfies Record<string, readonly [MarkName, string]>;

export type State = keyof typeof marks;

export const stateMark = (state: State): MarkName => marks[state][0];
export const stateWords = (state: State): string => marks[state][1];
