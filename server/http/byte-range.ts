// Which bytes of something a request asks for (RFC 9110, section 14). What is not understood is passed over: the whole is then the answer.

export type ByteRange = { readonly start: number /** Not included. */; readonly end: number };

/** The one stretch that is asked for; "whole" where none is, or where what the asker holds has changed since; "outside" where there are no such bytes. */
export function byteRange(headers: Headers, { size, etag }: { readonly size: number; readonly etag: string }): ByteRange | "whole" | "outside" {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  const condition = headers.get("if-range");
  if (condition !== null && condition !== etag) return "whole";
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < start) return "whole";
  return start < end ? { start, end } : "outside";
}
