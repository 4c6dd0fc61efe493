"use client";

import { useTranslations } from "next-intl";
import { useSheetAwake } from "@/components/entry/state/entry-session";
import { useCarrying } from "./use-carrying";

/** Says of an indicator that its values are those of the period before, with the way to confirm them. */
export function CarriedMark({ code, title }: { code: string; title: string }) {
  const t = useTranslations("entryForm.carried");
  const isAwake = useSheetAwake();
  const { confirm } = useCarrying();
  const onConfirm = async (button: HTMLElement) => {
    const around = button.closest(".mend, tbody");
    await confirm([code]);
    // The button goes with the mark: whoever pressed it goes on in the fields.
    if (document.activeElement === document.body || document.activeElement === button)
      around?.querySelector<HTMLElement>("[data-row]")?.focus();
  };
  return (
    <p className="under att more-of-row">
      {t("mark")}{" "}
      <button
        type="button"
        className="link"
        disabled={!isAwake}
        onClick={({ currentTarget }) => onConfirm(currentTarget)}
      >
        {t("confirm")}
        <span className="vh">: {title}</span>
      </button>
    </p>
  );
}
