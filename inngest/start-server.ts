// What a server does before it answers and when it is told to stop.
import { readFileSync } from "node:fs";
import path from "node:path";
import { closeStreams } from "@/server/http/sse";
import { config } from "@/server/platform/config";
import { folderLock } from "@/server/platform/database";
import { isAppError } from "@/server/platform/errors";
import { running } from "@/server/platform/health";
import { joinToken } from "@/server/platform/join-token";
import { logger } from "@/server/platform/log";
import { singleton } from "@/server/platform/singleton";
import { boot } from "./boot";

/** Requests under way get this long to finish once the process is told to stop. */
const graceMs = 500;

export async function startServer(): Promise<void> {
  if (config().building) return;
  try {
    const { stop } = await boot();
    const url = `http://localhost:${config().port}`;
    folderLock()?.announce(url, joinToken());
    running().version = version();
    stopOnSignal(stop);
    logger().info({ url, database: config().database.kind, jobs: config().jobs }, "Variorum is up");
  } catch (error) {
    if (!isAppError(error)) throw error;
    logger().fatal({ code: error.code }, error.userMessage);
    process.exit(1);
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  singleton("signals", () => {
    const end = (signal: NodeJS.Signals) => {
      logger().info({ signal }, "stopping");
      closeStreams();
      setTimeout(() => {
        stop().then(
          () => process.exit(0),
          (error: unknown) => {
            logger().error({ err: error }, "stopping failed; everything acknowledged is stored");
            process.exit(1);
          },
        );
      }, graceMs);
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
    return true;
  });
}

function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), "package.json"), "utf8"));
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "unknown";
}
