"use client";

import { CrashMessage } from "@/components/layout/crash-message";

export default function ResultsError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <CrashMessage error={error} retry={reset} />;
}
