// What the command line shows to join the server that holds the data folder. Made anew by every process, and only ever written into the folder's lock file.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "./hash";
import { singleton } from "./singleton";

/** The token of this process: 43 characters, base64url. */
export function joinToken(): string {
  return singleton("join-token", () => randomBytes(32).toString("base64url"));
}

/** Whether an `Authorization` header carries this process's token. Takes the same time for every wrong one. */
export function carriesJoinToken(authorization: string | null): boolean {
  const presented = authorization?.startsWith("Bearer ") ? authorization.slice("Bearer ".length) : null;
  if (presented === null) return false;
  return timingSafeEqual(Buffer.from(sha256(presented)), Buffer.from(sha256(joinToken())));
}
