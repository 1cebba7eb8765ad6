// The key that seals sessions. Set by the operator, or, where this process owns a data folder, made once and kept there.
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "@/server/platform/config";
import { AppError, messageOf } from "@/server/platform/errors";

type Needed = Pick<Config, "dataDir"> & { readonly auth: Pick<Config["auth"], "secret">; readonly database: Pick<Config["database"], "kind"> };

/** At least 32 characters. Throws `configuration` rather than falling back to anything weaker. */
export function authSecret(config: Needed): string {
  if (config.auth.secret) return config.auth.secret;
  if (config.database.kind !== "pglite") {
    throw new AppError(
      "configuration",
      "AUTH_SECRET is not set. With DATABASE_URL every server needs the same one: set it to 32 or more random characters.",
    );
  }
  const file = path.join(config.dataDir, "auth-secret");
  try {
    return sound(read(file) ?? create(file), file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("configuration", `The file ${file} cannot be used: ${messageOf(error)}. Make it readable and writable, or set AUTH_SECRET.`, {
      cause: error,
    });
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Written whole under another name first, so that nobody ever reads half of it, and the first of several writers wins. */
function create(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

function sound(secret: string, file: string): string {
  if (secret.length >= 32) return secret;
  throw new AppError("configuration", `The file ${file} holds no usable secret. Delete it and start again; everybody signs in once more.`);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
