// A number of places for work that is dear; who comes later waits in line.

export type Places = { readonly take: <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> };

/** Whoever waits leaves the line when its signal aborts, with the signal's reason. */
export function makePlaces(most: number): Places {
  let free = most;
  const line: (() => void)[] = [];

  async function enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        line.splice(line.indexOf(go), 1);
        reject(signal.reason);
      };
      line.push(go);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  return {
    async take(signal, work) {
      await enter(signal);
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
