"use client";
import { useActionState } from "react";
import { Notice } from "@/app/_ui/feedback/notice";
import { SectionHead } from "@/app/_ui/page/section-head";
import type { ProviderOverview } from "@/server/research/resilience/schema";
import type { PriceEntry } from "@/server/research/spending/schema";
import { type ProvidersAction, untouched } from "./admin-action";
import { OverviewTable } from "./overview-table";
import { PriceForm } from "./price-form";
import { PriceTable } from "./price-table";
import { TestResult } from "./test-result";
import { price } from "./witness-words";

type AdminProvidersProps = {
  providers: readonly ProviderOverview[];
  prices: readonly PriceEntry[];
  /** ISO day, for the first day of a new price. */
  today: string;
  action: ProvidersAction;
};

/** Every provider with its state and what an administrator can do about it; then what they cost. */
export const AdminProviders = ({ providers, prices, today, action }: AdminProvidersProps) => {
  const [state, submit, pending] = useActionState(action, untouched);
  const names = Object.fromEntries(providers.map((provider) => [provider.id, provider.name]));
  const engines = providers.filter((provider) => provider.kind === "engine");
  const month = providers.reduce((sum, provider) => sum + provider.spend.monthUsd, 0);
  const unknown = providers.reduce((sum, provider) => sum + provider.spend.unknown, 0);
  return (
    <>
      <section aria-labelledby="providers">
        <SectionHead id="providers" title="Providers">
          <p className="meta">
            This month {price(month)} of all accounts{unknown > 0 ? `, and ${unknown} ${unknown === 1 ? "call" : "calls"} of unknown cost` : ""}. Keys
            are never shown; they are set in the environment.
          </p>
        </SectionHead>
        <TestResult state={state} pending={pending} names={names} />
        {providers
          .filter((provider) => provider.warning !== null)
          .map((provider) => (
            <Notice key={provider.id} tone="ochre" title={`${provider.name}.`}>
              {provider.warning}
            </Notice>
          ))}
        <OverviewTable providers={providers} state={state} submit={submit} pending={pending} />
      </section>
      <section aria-labelledby="prices">
        <SectionHead id="prices" title="Prices">
          <p className="meta">US dollars. What a call costs is billed where its vendor says so, and otherwise worked out from these.</p>
        </SectionHead>
        <PriceTable prices={prices} names={names} />
        <PriceForm engines={engines} prices={prices} today={today} state={state} submit={submit} pending={pending} />
      </section>
    </>
  );
};
