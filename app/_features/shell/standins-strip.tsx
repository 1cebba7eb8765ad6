import { Strip } from "./strip";

/** Stands on every page while loopback servers play the providers. It cannot be closed: what is read under it is made up. */
export const StandinsStrip = ({ on }: { on: boolean }) =>
  on ? (
    <Strip mark="event" title="Stand-ins answer in place of the providers.">
      Nothing here is a finding.
    </Strip>
  ) : null;
