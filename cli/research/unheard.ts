// The run whose edition this command has not printed yet. A run may end in the moment in which its command is killed: the same command then prints that run,
// and does not ask, and pay for, everything once more.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAppError } from "@/server/platform/errors";
import type { ResearchPort } from "./port";

export type Unheard = {
  /** The run's id, if it has ended; one that still runs is found by what was asked. */
  readonly ended: (port: Pick<ResearchPort, "edition">) => Promise<string | null>;
  readonly keep: (id: string) => void;
  /** It was printed. */
  readonly forget: () => void;
};

/** `command` names what is asked: the same command, the same name. One small file in the data folder. */
export function unheardRun(dataDir: string, command: string): Unheard {
  const file = path.join(dataDir, "unheard", command.replaceAll(/\W+/g, "-"));
  return {
    ended: async (port) => {
      const id = read(file);
      if (id === null) return null;
      try {
        const { status } = (await port.edition(id)).request;
        return status === "pending" || status === "processing" ? null : id;
      } catch (error) {
        // It was erased, or was another account's: there is nothing to print any more.
        if (isAppError(error)) return null;
        throw error;
      }
    },
    keep: (id) => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, id);
    },
    forget: () => rmSync(file, { force: true }),
  };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
