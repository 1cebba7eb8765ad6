import type { Standin } from "../wire";
import { clinicaltrialsStandin } from "./clinicaltrials";
import { dailymedStandin, emaStandin } from "./labels";
import { openfdaStandin } from "./openfda";
import { crossrefStandin, doiStandin, europepmcStandin, pubmedStandin } from "./papers";
import { rxnormStandin } from "./rxnorm";
import { bibleApiStandin, sefariaStandin } from "./scripture";

export const apis: readonly Standin[] = [
  rxnormStandin,
  openfdaStandin,
  dailymedStandin,
  emaStandin,
  clinicaltrialsStandin,
  pubmedStandin,
  europepmcStandin,
  crossrefStandin,
  doiStandin,
  sefariaStandin,
  bibleApiStandin,
];
