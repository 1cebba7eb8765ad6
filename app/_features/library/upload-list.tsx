import Link from "next/link";
import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { ProgressLine } from "@/app/_ui/feedback/progress-line";
import { StateMark } from "@/app/_ui/marks/state-mark";
import { counted, sizeWords } from "./document-words";

export type Upload = {
  readonly key: string;
  readonly file: File;
  readonly state: "waiting" | "sending" | "added" | "known" | "refused" | "broken" | "given_up";
  /** Of the bytes, 0 to 1. */
  readonly share: number;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly abort: AbortController;
};

type UploadListProps = { uploads: readonly Upload[]; onGiveUp: (upload: Upload) => void; onAgain: (upload: Upload) => void };

/** The files of this visit, each with how far it is or why it was not taken. */
export const UploadList = ({ uploads, ...acts }: UploadListProps) => (
  <>
    <LiveRegion>{settledWords(uploads)}</LiveRegion>
    {uploads.length === 0 ? null : <Uploads uploads={uploads} {...acts} />}
  </>
);

/** Spoken once all have arrived; each refusal speaks for itself. */
function settledWords(uploads: readonly Upload[]): string {
  const added = uploads.filter(({ state }) => state === "added" || state === "known").length;
  return added === 0 || uploads.some(({ state }) => state === "waiting" || state === "sending") ? "" : `${counted(added, "file")} added`;
}

const Uploads = ({ uploads, onGiveUp, onAgain }: UploadListProps) => (
  <ul className="uploads" aria-label="Files you added">
    {uploads.map((upload) => (
      <li key={upload.key}>
        <div className="uploads__head">
          <span className="uploads__name">{upload.file.name}</span>
          <span className="dim">{sizeWords(upload.file.size)}</span>
        </div>
        <Progress upload={upload} />
        <FormError>{upload.reason}</FormError>
        {upload.state === "waiting" || upload.state === "sending" ? (
          <Button kind="ghost" size="small" aria-label={`Cancel ${upload.file.name}`} onClick={() => onGiveUp(upload)}>
            Cancel
          </Button>
        ) : null}
        {upload.state === "broken" ? (
          <Button size="small" aria-label={`Send ${upload.file.name} again`} onClick={() => onAgain(upload)}>
            Send again
          </Button>
        ) : null}
      </li>
    ))}
  </ul>
);

const Progress = ({ upload }: { upload: Upload }) => {
  switch (upload.state) {
    case "waiting":
      return <StateMark state="queued">Waits its turn</StateMark>;
    case "sending":
      return (
        <ProgressLine value={upload.share}>
          {upload.share < 1 ? `Sending, ${Math.round(upload.share * 100)} of 100` : "Sent, being checked"}
        </ProgressLine>
      );
    case "given_up":
      return <StateMark state="cancelled">Cancelled, nothing was kept</StateMark>;
    case "added":
      return <StateMark state="done">Added</StateMark>;
    case "known":
      return (
        <StateMark state="done">
          In your library already: <Link href={`/library/${upload.documentId}`}>open it</Link>
        </StateMark>
      );
    default:
      return null;
  }
};
