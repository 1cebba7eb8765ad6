import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/registry";
import { config } from "@/server/platform/config";

const served = serve({ client: inngest, functions });

/** Only where an Inngest server drives the functions: in the embedded way nobody outside this process may. */
function whenHosted<A extends readonly unknown[]>(handler: (...args: A) => Promise<Response>) {
  return async (...args: A): Promise<Response> => (config().jobs === "inngest" ? handler(...args) : new Response(null, { status: 404 }));
}

export const GET = whenHosted(served.GET);
export const POST = whenHosted(served.POST);
export const PUT = whenHosted(served.PUT);
export const maxDuration = 300;
