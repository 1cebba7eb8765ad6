import { hash, verify } from "@node-rs/argon2";

export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (stored: string, password: string) => Promise<boolean>;
};

// The package's algorithm is Argon2id unless told otherwise; the cost is OWASP's: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id in PHC form. Both functions run off the main thread and cost one computation. */
export const argon2Passwords: Passwords = {
  hash: (password) => hash(password.normalize("NFC"), cost),
  verify: (stored, password) => verify(stored, password.normalize("NFC")),
};
