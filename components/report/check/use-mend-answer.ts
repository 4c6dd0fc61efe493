import { useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { keptFields } from "@/components/offline/kept-pages";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { MendAnswer } from "./mend-answer";
import { type Reading, readUntilGot } from "./read-until-got";

type Answer = Omit<MendAnswer, "settled">;

/** As it was when the report was kept, which is as old as the page around it. */
async function keptAnswer(base: string, code: string): Promise<Answer | null> {
  const kept = await keptFields(base);
  const indicator = kept?.indicators.find((each) => each.code === code);
  return kept && indicator ? { ...kept, indicator } : null;
}

/**
 * An indicator as it is now, or without a line as the browser kept it, read again where a new page says that it changed;
 * what couldn't be read is tried again with each new page, and when the line is back.
 * @param stamps of the page's indicators (`stampOf`), others with each page
 * @returns null while it is being read, and "failed" where the server gave nothing
 */
export function useMendAnswer(
  { userId, plan, unit, period }: Owner,
  code: string,
  { base, locale, stamps }: { base: string; locale: string; stamps: Readonly<Record<string, string>> },
): Answer | "failed" | null {
  const [answer, setAnswer] = useState<Answer | "failed" | null>(null);
  const stamp = stamps[code] ?? "";
  const reading = useRef<Reading>(null);
  // Before what follows: what is begun with this page isn't asked for twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is another
  useEffect(() => reading.current?.again(), [stamps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is asked for again
  useEffect(() => {
    let isRefused = false;
    const begun = readUntilGot(
      async (signal) => {
        isRefused = false;
        const response = await fetch(`/api/reports/${plan}/${unit}/${period}/indicators/${code}?locale=${locale}`, {
          headers: madeFor(userId),
          signal,
        });
        isRefused = response.status < 500;
        if (!response.ok) throw new Error(`${response.status}`);
        setAnswer(await response.json());
      },
      // What is shown already goes on being right enough to be typed in.
      async () => {
        // To whoever is refused it now, nothing is shown that was told before.
        const kept = isRefused ? null : await keptAnswer(base, code);
        setAnswer((before) => (before === null || before === "failed" ? (kept ?? "failed") : before));
      },
    );
    reading.current = begun;
    window.addEventListener("online", begun.again);
    return () => {
      window.removeEventListener("online", begun.again);
      begun.stop();
    };
  }, [userId, plan, unit, period, code, base, locale, stamp]);
  return answer;
}
