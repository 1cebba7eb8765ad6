import type { VerificationOutcome } from "@/server/research/verification/schema";

/** What a whole ladder comes to, one sentence each. */
export const outcomeWords: Record<VerificationOutcome, string> = {
  verified: "Verified: every step that applies to it was passed.",
  unsupported: "Not supported: it is there, but it is not the work cited, or does not hold the words that were taken from it.",
  contradicted: "Contradicted: it says the opposite of what it was cited for.",
  dead: "Gone: there is nothing at its address, or no register knows it.",
  blocked: "Not known: something kept it from being looked at. That says nothing against it, and nothing for it.",
  retracted: "Retracted: its publisher took it back.",
  unverifiable: "Not put to the test: no words were taken from it, or only paying readers see it.",
};
