"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { askProgress } from "@/components/ui/ask-progress";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ApprovalAnswer, ApprovalProgress } from "@/lib/views/consequences-view";
import type { ReportAddress } from "@/lib/views/report-view";

const EVERY_MS = 1_000;

const pathOf = ({ plan, unit, period }: ReportAddress) => `/api/reports/${plan}/${unit}/${period}/consequences`;

/**
 * How far it is worked out what an approval changes; once it is, the page is read again. It stays in the page after that,
 * for it tells screen readers so.
 */
export function WorkingOut({
  address,
  underWay,
  href,
}: {
  address: ReportAddress;
  /** As the page was read; null: nothing is to be waited for. */
  underWay: ApprovalProgress | null;
  /** The page itself, to be loaded again without a script. */
  href: string;
}) {
  const t = useTranslations("review.workingOut");
  const router = useRouter();
  const [asked, setAsked] = useState<ApprovalProgress | "offline" | null>(null);
  const [hasWaited, setHasWaited] = useState(false);
  const path = pathOf(address);
  useEffect(() => {
    setAsked(null);
    if (underWay === null) return;
    setHasWaited(true);
    return askProgress<ApprovalAnswer>({
      path,
      everyMs: EVERY_MS,
      onAnswer: (answer) => {
        if (answer === "offline" || answer?.underWay) {
          setAsked(answer === "offline" ? answer : answer.underWay);
          return "goOn";
        }
        // Whoever is signed out meanwhile stays on the page, with what they are writing.
        if (answer) router.refresh();
        return "stop";
      },
    });
  }, [underWay, path, router]);
  return (
    <>
      {hasWaited && (
        <p className="vh" role="status">
          {underWay === null ? t("ready") : ""}
        </p>
      )}
      {underWay && (
        <div className="making">
          <Bar progress={asked === null || asked === "offline" ? underWay : asked} />
          {asked === "offline" && <p className="note">{t("offline")}</p>}
          <noscript>
            <p className="note">
              <a href={href}>{t("reload")}</a>
            </p>
          </noscript>
        </div>
      )}
    </>
  );
}

/** While an approval is on its way: how far it is, if something has to be worked out again for it. */
export function WorkingOutAgain({ address }: { address: ReportAddress }) {
  const [underWay, setUnderWay] = useState<ApprovalProgress | null>(null);
  const path = pathOf(address);
  useEffect(
    () =>
      askProgress<ApprovalAnswer>({
        path,
        everyMs: EVERY_MS,
        onAnswer: (answer) => {
          if (answer !== "offline") setUnderWay(answer?.underWay ?? null);
          return "goOn";
        },
      }),
    [path],
  );
  return underWay && <Bar progress={underWay} />;
}

function Bar({ progress: { done, of } }: { progress: ApprovalProgress }) {
  const t = useTranslations("review.workingOut");
  return <ProgressBar label={t("indicators", { done, of })} value={done} max={of} />;
}
