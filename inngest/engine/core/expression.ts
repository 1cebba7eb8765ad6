// Expressions of triggers, waits, cancellations and concurrency keys: CEL over `event` (what started the run) and `async` (what came later).
import { Environment, type ParseResult, parse } from "@marcbachmann/cel-js";

export type ExpressionContext = { readonly event: unknown; readonly async?: unknown };

const environment = new Environment().registerVariable("event", "map").registerVariable("async", "map");
const compiled = new Map<string, ParseResult>();
const mostCompiled = 1000;

/** What is wrong with an expression, or null. */
export function expressionError(text: string): string | null {
  const result = environment.check(text);
  return result.valid ? null : (result.error?.message.split("\n")[0] ?? "it cannot be read");
}

/** True when there is no expression, or it holds. One that fails to evaluate, say for a missing field, does not hold. */
export function holds(text: string | null, context: ExpressionContext): boolean {
  if (text === null || text === "") return true;
  return evaluate(text, context) === true;
}

/** The value of a key expression as text; empty when it fails to evaluate, so that all such runs share one key. */
export function keyOf(text: string, context: ExpressionContext): string {
  const value = evaluate(text, context);
  return value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function evaluate(text: string, context: ExpressionContext): unknown {
  try {
    return compile(text)(context);
  } catch (error) {
    if (error instanceof Error && (error.name === "EvaluationError" || error.name === "ParseError" || error.name === "TypeError")) return undefined;
    throw error;
  }
}

function compile(text: string): ParseResult {
  const known = compiled.get(text);
  if (known) return known;
  const made = parse(text);
  // Wait expressions may carry ids, so there is no end of them.
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(text, made);
  return made;
}
