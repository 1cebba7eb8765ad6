"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 5000;

/** Asks the server for the page again every five seconds while it is looked at. Shows nothing. */
export const LookAgain = () => {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router]);
  return null;
};
