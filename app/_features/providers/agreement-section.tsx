import { AgreementMatrix, MatrixKey } from "@/app/_ui/conflicts/agreement-matrix";
import { Mark } from "@/app/_ui/marks/mark";
import { SectionHead } from "@/app/_ui/page/section-head";
import type { ProviderPanel } from "@/server/research/editions/panel/schema";
import { providerMatrix } from "./provider-matrix";

const states = ["agrees", "conflict", "open", "not_comparable", "by_jurisdiction", "alone", "silent"] as const;

/** Facts down, providers across: agreement and conflict of all of them at a glance. Nothing where no source states a fact. */
export const AgreementSection = ({ panel }: { panel: ProviderPanel }) => {
  const { columns, groups } = providerMatrix(panel);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="agreement">
      <SectionHead id="agreement" title="Where they agree">
        <p className="meta">What the sources of each one state. Italic: it found the source and does not cite it.</p>
      </SectionHead>
      <AgreementMatrix of="provider" columns={columns} groups={groups} />
      <MatrixKey states={states}>
        <span>
          <Mark name="failed" /> no answer
        </span>
      </MatrixKey>
    </section>
  );
};
