"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 3_000;

/** Reads the page anew while a verification goes on; whoever has no script follows the link beside it. */
export function VerificationFollower() {
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(looking);
  }, [router]);
  return null;
}
