// Every event the durable functions know, from the domains' own schemas.
import { eventType } from "inngest";
import { conflictRuled } from "@/server/research/conflicts/override/schema";
import { categoryStarted, requestCancelled, requestEnded, requestSettled, requestSubmitted } from "@/server/research/requests/schema";

export const submitted = eventType(requestSubmitted.name, { schema: requestSubmitted.schema });
export const started = eventType(categoryStarted.name, { schema: categoryStarted.schema });
export const settled = eventType(requestSettled.name, { schema: requestSettled.schema });
export const ended = eventType(requestEnded.name, { schema: requestEnded.schema });
export const ruled = eventType(conflictRuled.name, { schema: conflictRuled.schema });
export const cancelled = eventType(requestCancelled.name, { schema: requestCancelled.schema });
