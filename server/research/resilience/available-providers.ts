import type { Queryable } from "@/db/client";
import { listProviders } from "../providers/registry";
import type { ProviderInfo } from "../providers/schema";
import { allSettings } from "./store";

/** Every provider, with what an administrator switched off among those that cannot be asked. */
export async function availableProviders(db: Queryable): Promise<ProviderInfo[]> {
  const off = new Set((await allSettings(db)).filter((setting) => !setting.enabled).map((setting) => setting.provider));
  return listProviders().map((info) => (off.has(info.id) ? { ...info, off: info.off ?? "An administrator has switched it off." } : info));
}
