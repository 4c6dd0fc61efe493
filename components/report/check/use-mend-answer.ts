import { useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { MendAnswer } from "./mend-answer";
import { type Reading, readUntilGot } from "./read-until-got";

/**
 * An indicator as it is now, read again where a new page says that it changed; what couldn't be read is tried again with
 * each new page, and when the line is back.
 * @param stamps of the page's indicators (`stampOf`), others with each page
 * @returns null while it is being read, and "failed" where the server gave nothing
 */
export function useMendAnswer(
  { userId, plan, unit, period }: Owner,
  code: string,
  locale: string,
  stamps: Readonly<Record<string, string>>,
): MendAnswer | "failed" | null {
  const [answer, setAnswer] = useState<MendAnswer | "failed" | null>(null);
  const stamp = stamps[code] ?? "";
  const reading = useRef<Reading>(null);
  // Before what follows: what is begun with this page isn't asked for twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is another
  useEffect(() => reading.current?.again(), [stamps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is asked for again
  useEffect(() => {
    const begun = readUntilGot(
      async (signal) => {
        const response = await fetch(`/api/reports/${plan}/${unit}/${period}/indicators/${code}?locale=${locale}`, {
          headers: madeFor(userId),
          signal,
        });
        if (!response.ok) throw new Error(`${response.status}`);
        setAnswer(await response.json());
      },
      // What is shown already goes on being right enough to be typed in.
      () => setAnswer((before) => before ?? "failed"),
    );
    reading.current = begun;
    window.addEventListener("online", begun.again);
    return () => {
      window.removeEventListener("online", begun.again);
      begun.stop();
    };
  }, [userId, plan, unit, period, code, locale, stamp]);
  return answer;
}
