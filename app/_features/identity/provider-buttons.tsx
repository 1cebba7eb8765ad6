import { Button } from "@/app/_ui/controls/button";

export type ProviderButtonsProps = {
  providers: readonly { id: string; name: string }[];
  start: (form: FormData) => Promise<void>;
  from: string;
};

/** One button per identity provider; nothing where none is configured. */
export const ProviderButtons = ({ providers, start, from }: ProviderButtonsProps) =>
  providers.length === 0 ? null : (
    <>
      <div className="or">or with</div>
      <form action={start} className="gate__stack">
        <input type="hidden" name="from" value={from} />
        {providers.map((provider) => (
          <Button key={provider.id} type="submit" name="provider" value={provider.id} wide>
            {provider.name}
          </Button>
        ))}
      </form>
    </>
  );
