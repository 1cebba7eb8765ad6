// Editions of one subject form a series, named by the first request of it.
type Status = "pending" | "processing" | "completed" | "partial_failure" | "failed" | "cancelled";

/** The series that a request belongs to. */
export const seriesOf = (request: { readonly id: string; readonly seriesId: string | null }): string => request.seriesId ?? request.id;

/** Whether a request has ended and says anything that another can be compared with. */
export const isEdition = ({ status }: { readonly status: Status }): boolean => status === "completed" || status === "partial_failure";

export const isUnderWay = ({ status }: { readonly status: Status }): boolean => status === "pending" || status === "processing";
