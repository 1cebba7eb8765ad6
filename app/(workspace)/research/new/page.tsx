import type { Metadata } from "next";
import { AskPage } from "@/app/_features/research/ask-page";

export const metadata: Metadata = { title: "New request" };

export default function NewRequestPage() {
  return <AskPage first={false} />;
}
