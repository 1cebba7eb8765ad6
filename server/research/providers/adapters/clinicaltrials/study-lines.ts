// A registered study as sentence-like lines: what it is, where it stands, what it found.
import type { Question } from "../../schema";
import { factNamed, termOf } from "../record/asked-facts";
import { isoDay } from "../record/dates";
import { countValue, dateValue, type Line, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import type { Study } from "./wire";

/** "PHASE2" and "PHASE3" together are phase 2/3. */
export function phaseOf(phases: readonly string[]): string | null {
  const numbers = phases.flatMap((phase) => (/^EARLY_PHASE1$/.test(phase) ? ["1"] : (/^PHASE(\d)$/.exec(phase)?.[1] ?? [])));
  return numbers.length > 0 ? `phase ${[...new Set(numbers)].join("/")}` : null;
}

/** "ACTIVE_NOT_RECRUITING" is "active, not recruiting". */
export function statusWords(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words === "active not recruiting" ? "active, not recruiting" : words === "unknown" ? "unknown status" : words;
}

/** What the protocol section states. */
export function protocolLines({ protocolSection: section }: Study, question: Question): Line[] {
  const { identificationModule: identification, statusModule: status, designModule: design } = section;
  const { nctId } = identification;
  const study = { study: nctId };
  const nct = factNamed(question, /\bnct\b|\btrial registration\b/, "identifier", "set");
  const phaseFact = factNamed(question, /\bphase\b/, "set", "enumeration");
  const statusFact = factNamed(question, /\btrial status\b|^status$/, "set", "enumeration");
  const size = factNamed(question, /\bsample size\b|\bparticipants\b/, "quantity");
  const completion = factNamed(question, /\bcompletion\b/, "date");
  const designFact = factNamed(question, /\bdesign\b/, "set", "enumeration");
  const title = plainText(identification.officialTitle ?? identification.briefTitle ?? "");
  const phase = phaseOf(design?.phases ?? []);
  const updated = isoDay(status?.lastUpdatePostDateStruct?.date);
  const now = status?.overallStatus ? statusWords(status.overallStatus) : null;
  const enrolled = design?.enrollmentInfo;
  const conditions = (section.conditionsModule?.conditions ?? []).map(plainText);
  const arms = (section.armsInterventionsModule?.interventions ?? []).map((one) => plainText(one.name));
  const allocation = design?.designInfo?.allocation;
  const masking = design?.designInfo?.maskingInfo?.masking;
  const lines: (Line | null)[] = [
    {
      text: `Trial ${nctId}: ${title === "" ? "untitled" : title}.`,
      states: [{ fact: nct, value: termValue(nctId), raw: nctId }],
    },
    section.sponsorCollaboratorsModule?.leadSponsor?.name
      ? { text: `Sponsor of ${nctId}: ${plainText(section.sponsorCollaboratorsModule.leadSponsor.name)}.` }
      : null,
    phase
      ? {
          text: `Trial ${nctId} is a ${phase} trial.`,
          states: [{ fact: phaseFact, value: termValue(phaseFact ? termOf(phaseFact, phase) : null), raw: phase, qualifiers: study }],
        }
      : null,
    now
      ? {
          text: `Recruitment status of ${nctId}: ${now}${updated ? ` (record updated ${updated})` : ""}.`,
          states: [
            {
              fact: statusFact,
              value: termValue(statusFact ? termOf(statusFact, now) : null),
              raw: now,
              qualifiers: { ...study, ...(updated ? { as_of: updated } : {}) },
            },
          ],
        }
      : null,
    status?.whyStopped ? { text: `Reason for stopping ${nctId}: ${plainText(status.whyStopped).replace(/\.$/, "")}.` } : null,
    allocation === "RANDOMIZED"
      ? {
          text: `Design of ${nctId}: randomized${masking ? `, masking ${masking.toLowerCase()}` : ""}.`,
          states: [
            {
              fact: designFact,
              value: termValue(designFact ? termOf(designFact, "randomized controlled trial", "randomized") : null),
              raw: "randomized",
              qualifiers: study,
            },
          ],
        }
      : design?.studyType
        ? { text: `Study type of ${nctId}: ${design.studyType.toLowerCase()}.` }
        : null,
    enrolled
      ? {
          text: `Enrolment of ${nctId}: ${enrolled.count} participants${enrolled.type === "ACTUAL" ? " enrolled" : " planned"}.`,
          // What is planned is no sample.
          states: [
            { fact: enrolled.type === "ACTUAL" ? size : null, value: countValue(enrolled.count), raw: String(enrolled.count), qualifiers: study },
          ],
        }
      : null,
    conditions.length > 0 ? { text: `Conditions of ${nctId}: ${conditions.slice(0, 12).join("; ")}.` } : null,
    arms.length > 0 ? { text: `Interventions of ${nctId}: ${[...new Set(arms)].slice(0, 12).join("; ")}.` } : null,
    dateLine(`Study start of ${nctId}`, status?.startDateStruct),
    withDate(dateLine(`Primary completion date of ${nctId}`, status?.primaryCompletionDateStruct), null, study),
    withDate(dateLine(`Study completion date of ${nctId}`, status?.completionDateStruct), completion, study),
    ...(section.outcomesModule?.primaryOutcomes ?? []).slice(0, 4).map(({ measure, timeFrame }) => ({
      text: `Primary outcome of ${nctId}: ${plainText(measure).replace(/\.$/, "")}${timeFrame ? `, at ${plainText(timeFrame)}` : ""}.`,
    })),
  ];
  return lines.filter((line) => line !== null);
}

type Dated = { readonly date?: string | undefined; readonly type?: string | undefined } | undefined;

function dateLine(what: string, stated: Dated): (Line & { date: string }) | null {
  const date = isoDay(stated?.date);
  return date ? { text: `${what}: ${date}${stated?.type === "ESTIMATED" ? " (estimated)" : ""}.`, date } : null;
}

function withDate(line: (Line & { date: string }) | null, fact: ReturnType<typeof factNamed>, study: { study: string }): Line | null {
  return line ? { text: line.text, states: [{ fact, value: dateValue(line.date), raw: line.date, qualifiers: study }] } : null;
}
