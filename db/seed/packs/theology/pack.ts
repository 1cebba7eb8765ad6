import type { PackDefinitionInput } from "@/server/research/categories/schema";
import { passageTextVariants } from "./01-passage-text-variants";
import { originalLanguage } from "./02-original-language";
import { translationComparison } from "./03-translation-comparison";
import { historicalContext } from "./04-historical-context";
import { literaryStructure } from "./05-literary-structure";
import { intertextuality } from "./06-intertextuality";
import { patristicReception } from "./07-patristic-reception";
import { rabbinicReception } from "./08-rabbinic-reception";
import { doctrinalTraditions } from "./09-doctrinal-traditions";
import { modernScholarship } from "./10-modern-scholarship";

export const theology: PackDefinitionInput = {
  slug: "theology",
  name: "Theological study",
  description:
    "A passage of scripture from its text to its readers: ten categories in which traditions stand side by side and none is resolved away.",
  subjectNoun: "passage",
  subjectKind: "passage",
  categories: [
    passageTextVariants,
    originalLanguage,
    translationComparison,
    historicalContext,
    literaryStructure,
    intertextuality,
    patristicReception,
    rabbinicReception,
    doctrinalTraditions,
    modernScholarship,
  ],
};
