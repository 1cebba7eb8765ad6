// Content security policy of every page: only scripts that carry this response's nonce run, nothing is framed, nothing comes from elsewhere.
import { type NextRequest, NextResponse } from "next/server";
import { config as configuration } from "./server/platform/config";

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentPolicy(nonce: string): string {
  const { production, auth } = configuration();
  const signIn = [
    auth.github ? "https://github.com" : "",
    auth.google ? "https://accounts.google.com" : "",
    auth.oidc ? new URL(auth.oidc.issuer).origin : "",
  ];
  // The development server evaluates code and inserts styles to reload them.
  const script = production ? `'nonce-${nonce}' 'strict-dynamic'` : `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src 'self' ${production ? `'nonce-${nonce}'` : "'unsafe-inline'"}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...signIn.filter((origin) => origin !== "")].join(" ")}`,
  ].join("; ");
}

export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static|_next/image|icon.svg|robots.txt).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
