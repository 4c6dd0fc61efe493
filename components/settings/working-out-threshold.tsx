"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";

const EVERY_MS = 1_000;

/** How far it is worked out what a threshold changes: the page is read again until it is, and then says so. */
export function WorkingOutThreshold({
  threshold,
  progress,
  href,
}: {
  threshold: number;
  /** As the page was read; null: nothing is to be waited for. */
  progress: { done: number; of: number } | null;
  /** The page itself, to be loaded again without a script. */
  href: string;
}) {
  const t = useTranslations("settings.smallCounts");
  const router = useRouter();
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    if (progress === null) return;
    setHasWaited(true);
    const again = setTimeout(() => router.refresh(), EVERY_MS);
    return () => clearTimeout(again);
  }, [progress, router]);
  return (
    <>
      {hasWaited && (
        <p className="vh" role="status">
          {progress === null ? t("ready") : ""}
        </p>
      )}
      {progress && (
        <div className="making">
          <p>{t("working", { threshold })}</p>
          <ProgressBar label={t("progress", progress)} value={progress.done} max={progress.of} />
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
