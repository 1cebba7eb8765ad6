"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { trpc } from "@/app/_client/trpc";
import { Button } from "@/app/_ui/controls/button";
import { FormError } from "@/app/_ui/controls/form-error";
import { Select } from "@/app/_ui/controls/select";
import { TextInput } from "@/app/_ui/controls/text-input";
import { Timestamp } from "@/app/_ui/time/timestamp";
import { type Interval, intervals, type Watch } from "@/server/research/watches/schema";
import { typedCap } from "./cap";
import { dollars } from "./questions";

const options = { daily: "Every day", weekly: "Every week", monthly: "Every month" } as const satisfies Record<Interval, string>;

type WatchFormProps = { requestId: string; watch: Watch | null; capUsd: number };

/** Asks the subject again on a schedule; the account is told in the app, and only when an answer changed. */
export const WatchForm = ({ requestId, watch, capUsd }: WatchFormProps) => {
  const router = useRouter();
  const [interval, setInterval] = useState<Interval>(watch?.interval ?? "monthly");
  const [cap, setCap] = useState(watch?.month ? String(watch.month.capUsd) : "");
  const monthlyCapUsd = cap.trim() === "" ? null : (typedCap(cap) ?? undefined);
  const after = { onSuccess: () => router.refresh() };
  const save = trpc.watches.save.useMutation(after);
  const change = trpc.watches.change.useMutation(after);
  const busy = save.isPending || change.isPending;
  const act = (action: "pause" | "resume" | "stop") => watch && change.mutate({ watchId: watch.id, action });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (monthlyCapUsd !== undefined) save.mutate({ requestId, interval, monthlyCapUsd });
  };
  return (
    <section className="box" aria-labelledby="watch">
      <h2 id="watch" className="aside-title">
        Watch
      </h2>
      <p className="meta">{watch ? <Since watch={watch} /> : "Asked again by itself. You are told here, and only when an answer changed."}</p>
      {watch?.note ? <p className="note mt-2">{watch.note}</p> : null}
      <form className="watch-form" onSubmit={submit}>
        <Select
          id="interval"
          label="Run again"
          value={interval}
          options={intervals.map((value) => ({ value, label: options[value] }))}
          onChange={(event) => setInterval(intervals.find((each) => each === event.currentTarget.value) ?? interval)}
          help={`Each run stops at the cap of this request, ${dollars(capUsd)}.`}
        />
        <TextInput
          id="month-cap"
          label="Cap of all runs in a month, US dollars"
          inputMode="decimal"
          value={cap}
          onChange={(event) => setCap(event.currentTarget.value)}
          help={
            watch?.month
              ? `${dollars(watch.month.usd)} of ${dollars(watch.month.capUsd)} spent this month.`
              : "Empty: only the caps of the run and of your account hold."
          }
          error={monthlyCapUsd === undefined ? "A cap is a number of dollars from 0 to 1,000." : undefined}
        />
        <p className="note" role="status">
          {watch?.state === "paused" ? "Paused: no run is due." : watch?.nextAt ? <Next at={watch.nextAt} /> : null}
        </p>
        <div className="row">
          <Button type="submit" disabled={busy}>
            {save.isPending ? "Saving the watch" : watch ? "Save the watch" : "Watch this"}
          </Button>
          {watch?.state === "active" ? (
            <Button disabled={busy} onClick={() => act("pause")}>
              Pause
            </Button>
          ) : null}
          {watch?.state === "paused" ? (
            <Button disabled={busy} onClick={() => act("resume")}>
              Go on
            </Button>
          ) : null}
          {watch ? (
            <Button disabled={busy} onClick={() => act("stop")}>
              Stop watching
            </Button>
          ) : null}
        </div>
        <FormError>{save.error?.message ?? change.error?.message}</FormError>
      </form>
    </section>
  );
};

const Since = ({ watch: { since, runs, told } }: { watch: Watch }) => (
  <>
    Watched since <Timestamp at={since} form="date" />. {runs === 0 ? "No run yet." : `${runs === 1 ? "1 run" : `${runs} runs`}; ${toldWords(told)}.`}
  </>
);

function toldWords(told: number): string {
  if (told === 0) return "no answer changed so far, so you were told nothing";
  return told === 1 ? "you were told once" : `you were told ${told} times`;
}

const Next = ({ at }: { at: string }) => (
  <>
    Next on <Timestamp at={at} form="datetime" />.
  </>
);
