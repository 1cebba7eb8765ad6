// Peak memory of this process and its children together, and how long its event loop was held up.
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const sampleMs = 40;

export function watchMemory() {
  let peakMb = 0;
  const sample = () => {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1024 / 1024 + childrenMb());
  };
  const timer = setInterval(sample, sampleMs);
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  return {
    stop() {
      clearInterval(timer);
      loop.disable();
      return { peakRssMb: Math.round(peakMb), loopP95Ms: Math.round(loop.percentile(95) / 1e6), loopMaxMs: Math.round(loop.max / 1e6) };
    },
  };
}

function childrenMb(): number {
  try {
    const pids = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ").filter(Boolean);
    return pids.reduce((sum, pid) => sum + residentMb(pid), 0);
  } catch {
    // Only Linux tells.
    return 0;
  }
}

function residentMb(pid: string): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
