"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** How far the report is, what waits, and the way on. It also says aloud when saves begin, end or fail. */
export function EntryDock({
  answered,
  total,
  warnings,
  queued,
  refused,
  saving,
  checkHref,
}: {
  answered: number;
  total: number;
  warnings: number;
  queued: number;
  /** Codes of the indicators whose entry wasn't accepted. */
  refused: readonly string[];
  saving: boolean;
  checkHref: string | null;
}) {
  const t = useTranslations("entry.dock");
  return (
    <div className="dock">
      <div className="wrap wrap-work">
        <span className="meter">
          <progress max={total} value={answered} aria-label={t("progress")} />
          <span>{t("answered", { answered, total })}</span>
        </span>
        {warnings > 0 && (
          <span className="warnlink">
            <Icon name="warning" />
            {t("warnings", { count: warnings })}
          </span>
        )}
        {refused[0] && <a href={`#${refused[0]}`}>{t("errors", { count: refused.length })}</a>}
        <span className="quiet note" role="status">
          {queued > 0 ? t("queued", { count: queued }) : saving ? t("saving") : t("settled")}
        </span>
        {checkHref && (
          <span className="end">
            <ButtonLink look="main" href={checkHref}>
              {t("check")}
            </ButtonLink>
          </span>
        )}
      </div>
    </div>
  );
}
