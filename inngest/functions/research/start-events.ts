import { started } from "../../events";

/** Start events of categories; their ids make a repeated start the same start. */
export function startEvents(requestId: string, round: number, requestCategoryIds: readonly string[]) {
  return requestCategoryIds.map((id) => ({ id: `${id}:${round}:started`, name: started.name, data: { requestId, requestCategoryId: id, round } }));
}
