import type { ReactNode } from "react";
import { GateArt } from "@/app/_features/identity/gate-art";
import { StandinsStrip } from "@/app/_features/shell/standins-strip";
import { config } from "@/server/platform/config";

export default function GateLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <StandinsStrip on={config().standins.on} />
      <div className="gate">
        <GateArt />
        <main className="gate__form" id="main">
          {children}
        </main>
      </div>
    </>
  );
}
