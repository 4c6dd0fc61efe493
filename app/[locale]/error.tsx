"use client";

import { CrashMessage } from "@/components/layout/crash-message";

export default function WorkError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <CrashMessage error={error} retry={reset} />;
}
