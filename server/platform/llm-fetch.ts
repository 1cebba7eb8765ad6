// How a model's endpoint is reached: no redirect is followed, since a key would go along, and no body is read without end.

/** The longest answer of a model is far below this. */
const maxBytes = 8 * 1024 * 1024;

/** `fetch` with these bounds. The address is the operator's, never one that a text names. */
export async function boundedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (!response.body) return response;
  let size = 0;
  const limited = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        size += piece.byteLength;
        if (size > maxBytes) controller.error(new RangeError("The answer is too long."));
        else controller.enqueue(piece);
      },
    }),
  );
  const headers = new Headers(response.headers);
  // They speak of the body as it was sent, which is decompressed by now.
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(limited, { status: response.status, statusText: response.statusText, headers });
}
