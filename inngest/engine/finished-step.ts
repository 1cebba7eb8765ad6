// A step's result as it is stored. One that is too large becomes a failure that the function may catch.
import { type EngineLimits, exceeds } from "./core/limits";
import { failure, type Op } from "./core/reply";
import type { FinishedStep } from "./store/steps";

export function isFinished(op: Op): boolean {
  return op.op === "StepRun" || op.op === "Step" || op.op === "StepFailed";
}

export function finishedStep(op: Op, limits: EngineLimits): FinishedStep {
  const base = { id: op.id, name: op.displayName ?? op.name ?? op.id, op: op.op };
  if (op.op === "StepFailed") return { ...base, error: JSON.stringify(readError(op.error)) };
  const output = JSON.stringify(op.data ?? null);
  if (!exceeds(output, limits.stepOutputBytes)) return { ...base, output };
  return { ...base, error: JSON.stringify(tooLarge(base.name, limits)) };
}

function tooLarge(name: string, limits: EngineLimits) {
  return failure(
    "LimitError",
    `The result of the step "${name}" is larger than ${limits.stepOutputBytes} bytes and was not kept. Return ids instead.`,
  );
}

function readError(error: unknown): unknown {
  return typeof error === "object" && error !== null ? error : failure("Error", String(error ?? "Unknown error"));
}
