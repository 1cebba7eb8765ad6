"use client";
import { Broken } from "./_features/shell/broken";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorBoundary({ error, retry }: ErrorProps) {
  return (
    <main className="page" id="main">
      <Broken digest={error.digest} retry={retry} />
    </main>
  );
}
