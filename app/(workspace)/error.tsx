"use client";
import { Broken } from "../_features/shell/broken";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorBoundary({ error, retry }: ErrorProps) {
  return <Broken digest={error.digest} retry={retry} />;
}
