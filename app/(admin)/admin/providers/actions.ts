"use server";
import { revalidatePath } from "next/cache";
import { type ProvidersState, untouched } from "@/app/_features/providers/admin-action";
import { typedPrices } from "@/app/_features/providers/price-words";
import { caller } from "@/server/caller";
import { AppError } from "@/server/platform/errors";
import { switchProviderSchema } from "@/server/research/resilience/schema";
import { setPriceSchema } from "@/server/research/spending/schema";
import { told } from "../told";

/** Tests or switches one provider, or sets one price; the procedures check who asks. */
export async function providersAction(_before: ProvidersState, form: FormData): Promise<ProvidersState> {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const [intent, provider] = [field("intent"), field("provider")];
  try {
    const { providers } = await caller();
    const done = await act(providers, intent, field);
    revalidatePath("/admin/providers");
    return done;
  } catch (error) {
    return { ...untouched, failed: { intent, provider, message: told(error) } };
  }
}

type Providers = Awaited<ReturnType<typeof caller>>["providers"];
type Field = (name: string) => string;

async function act(providers: Providers, intent: string, field: Field): Promise<ProvidersState> {
  const provider = field("provider");
  const version = Number(field("version"));
  switch (intent) {
    case "test":
      return { ...untouched, test: { ...(await providers.test({ provider })), provider } };
    case "enable":
    case "disable": {
      const enabled = intent === "enable";
      await providers.switch(switchProviderSchema.parse({ provider, enabled, version, reason: field("reason") }));
      return { ...untouched, done: `Switched ${enabled ? "on" : "off"}: ${provider}.` };
    }
    case "price": {
      const validFrom = `${field("validFrom")}T00:00:00Z`;
      const prices = typedPrices(field);
      if (Object.values(prices).some((price) => Number.isNaN(price)))
        throw new AppError("bad_request", "A price is a number of US dollars, such as 1.25.");
      const wanted = { provider, model: field("model"), prices, validFrom, version, reason: field("reason") };
      const set = await providers.setPrice(setPriceSchema.parse(wanted));
      return { ...untouched, done: `Set: the price of ${wanted.model}, version ${set.version}.` };
    }
    default:
      throw new AppError("bad_request", "This page is out of date. Load it again.");
  }
}
