/** The limits of the hosted service, so that a function which runs here runs there. */
export type EngineLimits = {
  readonly stepOutputBytes: number;
  readonly runStateBytes: number;
  readonly stepsPerRun: number;
  readonly eventBytes: number;
  readonly retries: number;
};

export const hostedLimits: EngineLimits = {
  stepOutputBytes: 4 * 1024 * 1024,
  runStateBytes: 32 * 1024 * 1024,
  stepsPerRun: 1000,
  eventBytes: 256 * 1024,
  retries: 20,
};

/** Length in UTF-8; counts only when the text could exceed the limit at all. */
export function exceeds(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}

export type RunSize = { steps: number; bytes: number };

/** What the stored steps of a run come to. */
export function runSize(steps: readonly { readonly output: string | null; readonly error: string | null }[]): RunSize {
  return { steps: steps.length, bytes: steps.reduce((sum, step) => sum + Buffer.byteLength(step.output ?? step.error ?? ""), 0) };
}

/** Why a run of this size may not go on; null when it may. */
export function sizeProblem(size: RunSize, limits: EngineLimits): string | null {
  if (size.steps > limits.stepsPerRun) return `A run may have at most ${limits.stepsPerRun} steps. Split the work over several runs.`;
  if (size.bytes <= limits.runStateBytes) return null;
  return `The results of a run's steps may hold at most ${limits.runStateBytes} bytes together. Return ids instead of contents.`;
}
