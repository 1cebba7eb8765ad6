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
