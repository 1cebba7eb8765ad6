import { formatTimestamp, type TimestampForm } from "./format-time";

type TimestampProps = {
  /** ISO instant. */
  at: string;
  form?: TimestampForm;
};

/** An instant in UTC, the same characters on server and browser. */
export const Timestamp = ({ at, form = "datetime" }: TimestampProps) => <time dateTime={at}>{formatTimestamp(at, form)}</time>;
