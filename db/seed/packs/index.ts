// The shipped packs, parsed once: a definition that breaks the contract stops the program here and not in the middle of a run.
import { type PackDefinition, packDefinitionSchema } from "@/server/research/categories/schema";
import { pharma } from "./pharma/pack";

export const packs: PackDefinition[] = [pharma].map((pack) => packDefinitionSchema.parse(pack));
