// The process's one connection to Redis. What is asked while it is away rejects within two seconds; whoever asks goes on without it.
import type { Redis } from "ioredis";
import { logger } from "./log";
import { singleton } from "./singleton";

export async function redisConnection(url: string): Promise<Redis> {
  const { Redis: Client } = await import("ioredis");
  return singleton(`redis:${url}`, () => {
    const client = new Client(url, { maxRetriesPerRequest: 1, connectTimeout: 2000, commandTimeout: 2000 });
    // Without a listener a lost connection would end the process.
    client.on("error", (error: Error) => logger().warn({ error: error.message }, "the connection to Redis failed"));
    return client;
  });
}
