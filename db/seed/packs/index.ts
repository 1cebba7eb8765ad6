// The shipped packs, parsed once: a definition that breaks the contract stops the program here and not in the middle of a run.
import { type PackDefinition, packDefinitionSchema } from "@/server/research/categories/schema";
import { literature } from "./literature/pack";
import { market } from "./market/pack";
import { pharma } from "./pharma/pack";
import { theology } from "./theology/pack";

/** In the order in which people are offered them. */
export const packs: PackDefinition[] = [pharma, theology, literature, market].map((pack) => packDefinitionSchema.parse(pack));
