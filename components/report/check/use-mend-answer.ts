import { useEffect, useState } from "react";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { MendAnswer } from "./mend-answer";

/**
 * An indicator as it is now, read again where a new page says that it changed.
 * @param stamp of the indicator (`stampOf`)
 * @returns null while it is being read, and "failed" where the server gave nothing
 */
export function useMendAnswer(
  { userId, plan, unit, period }: Owner,
  code: string,
  locale: string,
  stamp: string,
): MendAnswer | "failed" | null {
  const [answer, setAnswer] = useState<MendAnswer | "failed" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is asked for again
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const response = await fetch(`/api/reports/${plan}/${unit}/${period}/indicators/${code}?locale=${locale}`, {
        headers: madeFor(userId),
        signal: left.signal,
      });
      if (!response.ok) throw new Error(`${response.status}`);
      setAnswer(await response.json());
    };
    read().catch(() => {
      // What is shown already goes on being right enough to be typed in.
      if (!left.signal.aborted) setAnswer((before) => before ?? "failed");
    });
    return () => left.abort();
  }, [userId, plan, unit, period, code, locale, stamp]);
  return answer;
}
