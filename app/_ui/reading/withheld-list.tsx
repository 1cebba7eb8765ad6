import type { ReactNode } from "react";
import { Fold } from "../feedback/fold";
import { Mark } from "../marks/mark";
import { Cite } from "./cite";

type WithheldListProps = {
  sentences: readonly { key: string; text: string; reason: ReactNode; sources: readonly number[] }[];
  open?: boolean;
};

/** The sentences the gate kept out of the text, each with the reason. Nothing when there are none. */
export const WithheldList = ({ sentences, open = true }: WithheldListProps) =>
  sentences.length === 0 ? null : (
    <Fold frame="withheld" open={open} summary={`${sentences.length} ${sentences.length === 1 ? "sentence" : "sentences"} withheld from this text`}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence.key}>
            {sentence.text}
            <span className="withheld__why">
              <Mark name="held" /> {sentence.reason}
              {sentence.sources.map((number) => (
                <Cite key={number} number={number} inline />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
