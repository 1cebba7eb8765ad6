import { Notice } from "@/app/_ui/feedback/notice";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { SourceChange } from "@/server/research/verification/schema";

/** What became of the source after the edition was made; the edition itself stays as it was. */
export const SourceChanges = ({ changes }: { changes: readonly SourceChange[] }) =>
  changes.map((change) => (
    <Notice key={change.id} tone={change.kind === "retracted" || (change.detail.quotes?.lost ?? 0) > 0 ? "rubric" : "ochre"} title={change.statement}>
      Found on <Timestamp at={change.at} form="date" />.{" "}
      {change.cited ? "The edition cites it and stays as it was; run it again to see what follows." : "No sentence of the edition cites it."}
    </Notice>
  ));
