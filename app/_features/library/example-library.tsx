import type { ReactNode } from "react";

type ExampleLibraryProps = {
  /** Its documents stand in the library already. */
  here: boolean;
  /** The button that adds it. */
  children: ReactNode;
};

/** What the example library is and what to ask of it. */
export const ExampleLibrary = ({ here, children }: ExampleLibraryProps) => (
  <section className="mt-6" aria-labelledby="examples">
    <h2 className="aside-title" id="examples">
      The example library
    </h2>
    <p className="meta mt-1 mb-3">
      Short documents on metformin, apixaban, warfarin and Romans 8:28-30, with disagreements as they really occur: a label that was replaced, a
      half-life measured in blood and in plasma, doses that two agencies set differently.
    </p>
    {here ? <p className="meta">It is in your library. Ask for metformin with the pharmaceutical pack.</p> : children}
  </section>
);
