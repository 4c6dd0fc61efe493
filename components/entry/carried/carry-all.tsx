"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useSheetAwake } from "@/components/entry/state/entry-session";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatsOf } from "@/lib/i18n/formats";
import { useCarrying } from "./use-carrying";

/**
 * Carries over what can be for all unanswered rows, once a person has seen for how many.
 * @param period code of the one before
 */
export function CarryAll({ count, period }: { count: number; period: string }) {
  const t = useTranslations("entryForm.carried");
  const common = useTranslations("common");
  const { period: nameOf } = formatsOf(useLocale());
  const isAwake = useSheetAwake();
  const { carry } = useCarrying();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="btn" aria-haspopup="dialog" disabled={!isAwake} onClick={() => setAsking(true)}>
        {t("tool", { count })}
      </button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("title", { count, period: nameOf(period) })}
        titleId="carry-all-title"
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common("cancel")}</Button>
            <Button
              look="main"
              onClick={() => {
                setAsking(false);
                void carry("unanswered");
              }}
            >
              {t("go")}
            </Button>
          </>
        }
      >
        <p>{t("lead")}</p>
      </Dialog>
    </>
  );
}
