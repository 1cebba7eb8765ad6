import type { ReactNode } from "react";
import { GateArt } from "@/app/_features/identity/gate-art";

export default function GateLayout({ children }: { children: ReactNode }) {
  return (
    <div className="gate">
      <GateArt />
      <main className="gate__form" id="main">
        {children}
      </main>
    </div>
  );
}
