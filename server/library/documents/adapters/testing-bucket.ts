// A store for tests that speaks as much of S3 as is used, and checks every signature by its own reading of Signature Version 4.
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

const hash = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

export type TestBucket = {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  readonly refused: string[];
  readonly close: () => Promise<void>;
};

export async function startBucket(keys: { readonly accessKeyId: string; readonly secretAccessKey: string }): Promise<TestBucket> {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const wrong = whyWrong(request, body, keys);
    if (wrong !== null) {
      refused.push(wrong);
      response.writeHead(403).end(wrong);
      return;
    }
    const key = request.url ?? "";
    if (request.method === "PUT") {
      objects.set(key, body);
      response.writeHead(200).end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else {
      const found = objects.get(key);
      if (found) response.writeHead(200, { "content-length": found.length }).end(request.method === "GET" ? found : undefined);
      else response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { endpoint: `http://127.0.0.1:${port}`, objects, refused, close };
}

function whyWrong(request: IncomingMessage, body: Buffer, keys: { accessKeyId: string; secretAccessKey: string }): string | null {
  const header = (name: string) => String(request.headers[name] ?? "");
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    header("authorization"),
  );
  if (!match) return "not signed";
  const [, id = "", day = "", region = "", names = "", signature = ""] = match;
  if (id !== keys.accessKeyId) return "another key";
  if (header("x-amz-content-sha256") !== hash(body)) return "another body than was signed";
  if (!names.split(";").includes("host") || !names.split(";").includes("x-amz-content-sha256")) return "too little is signed";
  const lines = names.split(";").map((name) => `${name}:${header(name).trim()}\n`);
  const canonical = [request.method, request.url, "", lines.join(""), names, header("x-amz-content-sha256")].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", header("x-amz-date"), scope, hash(canonical)].join("\n");
  const signingKey = ["s3", "aws4_request"].reduce<Buffer>((key, step) => hmac(key, step), hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region));
  return hmac(signingKey, toSign).toString("hex") === signature ? null : "a wrong signature";
}
