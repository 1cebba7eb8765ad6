// npm run standins: serves every stand-in until it is told to stop.
import { config } from "@/server/platform/config";
import { allStandins } from "./all";
import { faultsOfText } from "./faults";
import { startStandins } from "./server";

const { firstPort, latencyMs, faults } = config().standins;
try {
  const running = await startStandins(allStandins, { firstPort, latencyMs });
  for (const fault of faultsOfText(faults)) running.faults.set(fault);
  const lines = [
    ...allStandins.map((standin) => `  ${standin.id.padEnd(15)}${running.baseUrl(standin.id)}`),
    `  ledger         ${running.controlUrl}/__ledger`,
    `  faults         ${running.controlUrl}/__faults`,
    "",
    "Start Variorum with VARIORUM_STANDINS=1 to ask them; pages come through the proxy at `pages`. What they say is made up.",
  ];
  process.stdout.write(`Stand-ins are running:\n${lines.join("\n")}\n`);
  const stop = () => void running.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The stand-ins could not start: ${message}. Set VARIORUM_STANDINS_PORT to a free range of 30 ports.\n`);
  process.exitCode = 1;
}
