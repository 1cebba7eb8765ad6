import { connection } from "next/server";
import { health } from "@/server/platform/health";

/** Whether this instance can do its work: 200 when it can, 503 when not. */
export async function GET(): Promise<Response> {
  await connection();
  const state = await health(new Date());
  return Response.json(state, { status: state.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
