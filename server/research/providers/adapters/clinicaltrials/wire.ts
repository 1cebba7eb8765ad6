// A study record of ClinicalTrials.gov (API v2), as far as it is used. Every module may be missing.
import { z } from "zod";

const text = z.string().optional().catch(undefined);
const dateSchema = z.object({ date: text, type: text }).optional().catch(undefined);
const list = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .optional()
    .catch(undefined)
    .transform((items) => (items ?? []).flatMap((one) => readOne(item, one)));

function readOne<T>(item: z.ZodType<T>, value: unknown): T[] {
  const parsed = item.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

const outcomeSchema = z.object({ measure: z.string(), timeFrame: text });
const groupSchema = z.object({ id: z.string(), title: z.string() });
const measurementSchema = z.object({ groupId: z.string(), value: text, spread: text, lowerLimit: text, upperLimit: text });
const analysisSchema = z.object({
  paramType: text,
  paramValue: text,
  ciPctValue: text,
  ciLowerLimit: text,
  ciUpperLimit: text,
  pValue: text,
  groupIds: list(z.string()),
});
const measureSchema = z.object({
  type: text,
  title: z.string(),
  timeFrame: text,
  unitOfMeasure: text,
  paramType: text,
  dispersionType: text,
  groups: list(groupSchema),
  classes: list(z.object({ title: text, categories: list(z.object({ title: text, measurements: list(measurementSchema) })) })),
  analyses: list(analysisSchema),
});
export type OutcomeMeasure = z.infer<typeof measureSchema>;

const countSchema = z.object({
  groupId: z.string(),
  numAffected: z.number().optional().catch(undefined),
  numAtRisk: z.number().optional().catch(undefined),
});
const eventSchema = z.object({ term: z.string(), stats: list(countSchema) });
export type EventRow = z.infer<typeof eventSchema>;

export const studySchema = z.object({
  protocolSection: z.object({
    identificationModule: z.object({ nctId: z.string().regex(/^NCT\d{8}$/), briefTitle: text, officialTitle: text, acronym: text }),
    statusModule: z
      .object({
        overallStatus: text,
        whyStopped: text,
        startDateStruct: dateSchema,
        primaryCompletionDateStruct: dateSchema,
        completionDateStruct: dateSchema,
        lastUpdatePostDateStruct: dateSchema,
      })
      .optional()
      .catch(undefined),
    sponsorCollaboratorsModule: z
      .object({ leadSponsor: z.object({ name: text }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
    designModule: z
      .object({
        studyType: text,
        phases: list(z.string()),
        designInfo: z
          .object({ allocation: text, interventionModel: text, maskingInfo: z.object({ masking: text }).optional().catch(undefined) })
          .optional()
          .catch(undefined),
        enrollmentInfo: z.object({ count: z.number().int().nonnegative(), type: text }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    conditionsModule: z
      .object({ conditions: list(z.string()) })
      .optional()
      .catch(undefined),
    armsInterventionsModule: z
      .object({ interventions: list(z.object({ name: z.string(), type: text, otherNames: list(z.string()) })) })
      .optional()
      .catch(undefined),
    outcomesModule: z
      .object({ primaryOutcomes: list(outcomeSchema) })
      .optional()
      .catch(undefined),
  }),
  hasResults: z.boolean().optional().catch(undefined),
  resultsSection: z
    .object({
      outcomeMeasuresModule: z
        .object({ outcomeMeasures: list(measureSchema) })
        .optional()
        .catch(undefined),
      adverseEventsModule: z
        .object({ timeFrame: text, eventGroups: list(groupSchema), seriousEvents: list(eventSchema), otherEvents: list(eventSchema) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type Study = z.infer<typeof studySchema>;
export const studiesSchema = z.object({ studies: z.array(z.unknown()), nextPageToken: text });
