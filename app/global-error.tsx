"use client";
// Stands in for the whole document when its frame itself breaks, so it brings its own.
import "./globals.css";
import { Broken } from "./_features/shell/broken";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function GlobalError({ error, retry }: ErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be made - Variorum</title>
        <main className="page" id="main">
          <Broken digest={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
