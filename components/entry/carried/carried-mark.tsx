"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { useCarrying } from "./use-carrying";

/** Says of an indicator that its values are those of the period before, with the way to confirm them. */
export function CarriedMark({ code, title }: { code: string; title: string }) {
  const t = useTranslations("entryForm.carried");
  const { isAwake } = useEntry();
  const { confirm } = useCarrying();
  return (
    <p className="under att more-of-row">
      {t("mark")}{" "}
      <button type="button" className="link" disabled={!isAwake} onClick={() => confirm([code])}>
        {t("confirm")}
        <span className="vh">: {title}</span>
      </button>
    </p>
  );
}
