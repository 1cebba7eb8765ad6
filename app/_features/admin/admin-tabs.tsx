import { Tabs } from "@/app/_ui/page/tabs";

/** The rooms of the administration. */
export const AdminTabs = ({ current }: { current: "people" | "providers" }) => (
  <Tabs
    label="Parts of the administration"
    tabs={[
      { href: "/admin", label: "People", current: current === "people" },
      { href: "/admin/providers", label: "Providers", current: current === "providers" },
    ]}
  />
);
