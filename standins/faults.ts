// What can go wrong, named: "500", "429:retry-after=7", "429:no-credit", "cut-stream:120", "slow:3000", "gzip-bomb".
import { z } from "zod";

const names = [
  "refused",
  "reset",
  "silent",
  "slow",
  "drip",
  "empty",
  "cut-body",
  "cut-stream",
  "wrong-schema",
  "html",
  "not-json",
  "gzip-bomb",
  "huge",
  "bad-utf8",
  "proto",
  "echo",
] as const;
export type FaultName = (typeof names)[number];

/** `detail` is what stands behind the colon. */
export type Fault =
  | { readonly name: FaultName; readonly detail: string | null }
  | { readonly name: "status"; readonly status: number; readonly detail: string | null };

/** Reads one fault; null for a name that is not known. */
export function parseFault(text: string): Fault | null {
  const [, head = "", detail = null] = /^([a-z0-9-]+)(?::(.*))?$/s.exec(text.trim()) ?? [];
  if (/^[45]\d\d$/.test(head)) return { name: "status", status: Number(head), detail };
  const name = names.find((candidate) => candidate === head);
  return name ? { name, detail } : null;
}

/** The number behind the colon. */
export function detailNumber(detail: string | null, fallback: number): number {
  return detail !== null && /^\d+$/.test(detail) ? Number(detail) : fallback;
}

export const setFaultSchema = z.object({
  /** A stand-in's id, or "*" for all. */
  standin: z.string().default("*"),
  /** Null takes the fault away. */
  fault: z
    .string()
    .refine((text) => parseFault(text) !== null, "is not a fault that is known")
    .nullable(),
  /** How many calls it hits; without it, all. */
  times: z.number().int().positive().optional(),
});
export type SetFault = z.infer<typeof setFaultSchema>;

export type Faults = {
  readonly set: (change: SetFault) => void;
  /** The fault of the next call to a stand-in; counted down when it is limited. */
  readonly take: (standin: string) => string | null;
  readonly refuses: (standin: string) => boolean;
  readonly list: () => Record<string, string>;
  readonly clear: () => void;
};

export function makeFaults(): Faults {
  const active = new Map<string, { fault: string; left: number }>();
  const keyFor = (standin: string) => (active.has(standin) ? standin : "*");
  return {
    set({ standin, fault, times }) {
      if (fault === null && standin === "*") active.clear();
      else if (fault === null) active.delete(standin);
      else active.set(standin, { fault, left: times ?? Number.POSITIVE_INFINITY });
    },
    take(standin) {
      const key = keyFor(standin);
      const entry = active.get(key);
      if (!entry) return null;
      entry.left -= 1;
      if (entry.left <= 0) active.delete(key);
      return entry.fault;
    },
    refuses: (standin) => active.get(keyFor(standin))?.fault === "refused",
    list: () => Object.fromEntries([...active].map(([standin, entry]) => [standin, entry.fault])),
    clear: () => active.clear(),
  };
}

/** "openai=429;xai=cut-stream:100" as changes; entries that cannot be read are left out. */
export function faultsOfText(text: string): SetFault[] {
  return text.split(";").flatMap((entry) => {
    const [standin = "", fault = ""] = entry.split(/=(.*)/s);
    const parsed = setFaultSchema.safeParse({ standin: standin.trim(), fault: fault.trim() });
    return parsed.success ? [parsed.data] : [];
  });
}
