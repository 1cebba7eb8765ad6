// A one-page PDF encrypted the oldest standard way (RC4 with 40 bits; ISO 32000-1, 7.6.3, algorithms 2 to 4), for tests.
import { createHash } from "node:crypto";

const padding = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const md5 = (...parts: readonly Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
const keyBytes = 5;

/** `user`: what is asked for before the text is shown; empty where only changes are locked, by `owner`. */
export function writeEncryptedPdf(text: string, { user, owner }: { user: string; owner: string }): Uint8Array {
  const id = Buffer.from("0123456789abcdef0123456789abcdef", "hex");
  const permissions = Buffer.from([0xd4, 0xff, 0xff, 0xff]);
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, keyBytes), padded(user));
  const key = md5(padded(user), ownerEntry, permissions, id).subarray(0, keyBytes);
  const userEntry = rc4(key, padding);
  const content = Buffer.from(`BT /F1 11 Tf 72 700 Td (${text}) Tj ET`, "latin1");
  // Object 5, generation 0.
  const packed = rc4(md5(key, Buffer.from([5, 0, 0, 0, 0])).subarray(0, keyBytes + 5), content);
  const objects: Buffer[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((body) => Buffer.from(body));
  objects.push(Buffer.concat([Buffer.from(`<< /Length ${packed.length} >>\nstream\n`), packed, Buffer.from("\nendstream")]));
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let at = 9;
  for (const [index, body] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    offsets.push(at);
    parts.push(part);
    at += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const security = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${ownerEntry.toString("hex")}> /U <${userEntry.toString("hex")}> /P -44 >>`;
  const identity = `/ID [<${id.toString("hex")}> <${id.toString("hex")}>]`;
  parts.push(
    Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${security} ${identity} >>\nstartxref\n${at}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    const kept = state[i] ?? 0;
    state[i] = state[j] ?? 0;
    state[j] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
