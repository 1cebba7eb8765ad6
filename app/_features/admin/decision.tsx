import { Button } from "@/app/_ui/controls/button";
import { TextArea } from "@/app/_ui/controls/text-area";
import { Fold } from "@/app/_ui/feedback/fold";
import type { ListedUser } from "@/server/identity/schema";
import type { PeopleState } from "./people-action";

export type DecisionProps = {
  user: Pick<ListedUser, "userId" | "name">;
  submit: (form: FormData) => void;
  pending: boolean;
  failed: PeopleState["failed"];
};

/** A button that decides one thing about one account. `intent` is what the server action is told. */
export const Decide = ({
  user,
  submit,
  pending,
  intent,
  label,
  go = false,
}: Omit<DecisionProps, "failed"> & { intent: string; label: string; go?: boolean }) => (
  <form action={submit}>
    <input type="hidden" name="userId" value={user.userId} />
    <input type="hidden" name="name" value={user.name} />
    <Button
      type="submit"
      name="intent"
      value={intent}
      size="small"
      kind={go ? "go" : "plain"}
      disabled={pending}
      aria-label={`${label}: ${user.name}`}
    >
      {label}
    </Button>
  </form>
);

/** Declining asks for a reason first; the person reads it. */
export const Decline = ({ user, submit, pending, failed }: DecisionProps) => {
  const mine = failed?.userId === user.userId ? failed : null;
  const id = `reason-${user.userId}`;
  return (
    <Fold summary={<span>Decline</span>} open={mine !== null}>
      <form action={submit} className="grid gap-2 pt-2" noValidate>
        <input type="hidden" name="userId" value={user.userId} />
        <input type="hidden" name="name" value={user.name} />
        <TextArea
          id={id}
          name="reason"
          rows={2}
          label={`Why ${user.name} is declined`}
          help="They read this. Their sessions end at once."
          defaultValue={mine?.reason}
          error={mine?.message}
        />
        <div className="row">
          <Button type="submit" name="intent" value="deny" size="small" disabled={pending}>
            Decline {user.name}
          </Button>
        </div>
      </form>
    </Fold>
  );
};
