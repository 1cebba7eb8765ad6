import type { TestCallResult } from "@/server/research/resilience/schema";

/** What the page of providers shows after something was done: what it was, or what is wrong with it. */
export type ProvidersState = {
  readonly done: string | null;
  /** What a test call brought. */
  readonly test: (TestCallResult & { readonly provider: string }) | null;
  readonly failed: { readonly intent: string; readonly provider: string; readonly message: string } | null;
};

export type ProvidersAction = (before: ProvidersState, form: FormData) => Promise<ProvidersState>;

export const untouched: ProvidersState = { done: null, test: null, failed: null };
