// Where the bytes of files are kept: a folder of this machine, or a bucket of a store that speaks S3.
import { z } from "zod";

const part = z.string().trim().min(1).optional();

export const storageVariables = {
  /** Base address of the store; with it the bucket and both keys must be set. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be a bucket's name: 3 to 63 lower-case letters, digits, dots and hyphens")
    .optional(),
  S3_REGION: part,
  S3_ACCESS_KEY_ID: part,
  S3_SECRET_ACCESS_KEY: part,
};
const environment = z.object(storageVariables);

export type S3Settings = {
  /** Without a closing slash. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** The store's settings, null for a folder, or the name of a variable that is missing beside the others. */
export function storageSettings(env: z.infer<typeof environment>): S3Settings | null | { readonly missing: string; readonly what: string } {
  const needed = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const [endpoint, bucket, accessKeyId, secretAccessKey] = needed.map((name) => env[name]);
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return { endpoint: endpoint.replace(/\/+$/, ""), bucket, region: env.S3_REGION ?? "us-east-1", accessKeyId, secretAccessKey };
  const missing = needed.find((name) => env[name] === undefined);
  const some = [...needed, "S3_REGION" as const].some((name) => env[name] !== undefined);
  return missing && some ? { missing, what: "must be set together with the other S3 variables" } : null;
}
