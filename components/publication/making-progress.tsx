"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { askProgress } from "@/components/ui/ask-progress";
import { ProgressBar } from "@/components/ui/progress-bar";
import { isUnderWay } from "@/lib/domain/publication";
import type { PublicationProgress } from "@/lib/views/publication-view";

/**
 * How far a publication is, and what is being done. It moves on by itself; when its turn comes and at the end the page
 * is read again. It stays in the page after that, for it tells screen readers how it ended.
 * @param everyMs how often it asks
 * @param isTold whether screen readers hear of each step
 */
export function MakingProgress({
  plan,
  id,
  here,
  everyMs,
  isTold,
  ...read
}: PublicationProgress & { plan: string; id: number; here: string; everyMs: number; isTold: boolean }) {
  const t = useTranslations("publications.progress");
  const router = useRouter();
  const [asked, setAsked] = useState<PublicationProgress | "offline" | null>(null);
  const [told, setTold] = useState("");
  const { state, step, percent } = read;
  const wasUnderWay = isUnderWay(state);
  const known = useRef(state);

  useEffect(() => {
    if (!wasUnderWay) return;
    // How it ended an earlier time says nothing of this one.
    setAsked(null);
    return askProgress<PublicationProgress>({
      path: `/api/publications/${plan}/${id}/progress`,
      everyMs,
      onAnswer: (answer) => {
        if (answer !== null) setAsked(answer);
        if (answer === "offline") return "goOn";
        const goesOn = answer !== null && isUnderWay(answer.state);
        // Also where it is nothing for this person any more: the page says so.
        if (!goesOn || answer.state !== known.current) router.refresh();
        if (answer !== null) known.current = answer.state;
        return goesOn ? "goOn" : "stop";
      },
    });
  }, [wasUnderWay, plan, id, everyMs, router]);

  const now = asked === null || asked === "offline" || !wasUnderWay ? { state, step, percent } : asked;
  const stepWords = t("step", { step: now.step });
  const words = isUnderWay(now.state) ? stepWords : t("ended", { state: now.state });
  // What stood there when the page was opened is read with the page.
  const [first] = useState(words);
  useEffect(() => {
    if (isTold) setTold((before) => (before === "" && words === first ? "" : words));
  }, [isTold, words, first]);

  return (
    <>
      {isTold && (
        <p className="vh" role="status">
          {told}
        </p>
      )}
      {wasUnderWay && (
        <div className="making">
          <ProgressBar
            label={now.state === "queued" ? stepWords : t("percent", { step: stepWords, percent: now.percent })}
            value={now.percent}
            max={100}
          />
          {asked === "offline" && <p className="note">{t("offline")}</p>}
          <noscript>
            <p className="note">
              <a href={here}>{t("reload")}</a>
            </p>
          </noscript>
        </div>
      )}
    </>
  );
}
