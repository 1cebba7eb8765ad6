import { formatTimestamp } from "@/app/_ui/time/format-time";
import type { LaterFailure } from "@/server/research/editions/panel/schema";

/** That it was asked once more, in vain: the answer above is the earlier one. */
export const Since = ({ since: { standing, at, attempts, error }, name }: { since: LaterFailure; name: string }) => (
  <p className="meta mt-2">
    <b>{standing === "not_asked" ? "Was to be asked again" : "Asked again"}</b> {formatTimestamp(at, "datetime")},{" "}
    {attempts > 1 ? `${attempts} tries, ` : ""}in vain; this earlier answer of {name} stands. {error}
  </p>
);
