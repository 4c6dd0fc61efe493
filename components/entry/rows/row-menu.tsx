"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDismissal } from "@/components/layout/use-dismissal";
import { formatsOf } from "@/lib/i18n/formats";
import type { RowActs } from "./use-row-acts";

/** What can be done with a row that has no room for it: each with the key that does the same in the row. */
export function RowMenu({
  title,
  acts: { askReason, toggle, comment, carried },
  isOpen,
  isShown,
  onShow,
}: {
  title: string;
  acts: RowActs;
  /** Its breakdown is open. */
  isOpen: boolean;
  isShown: boolean;
  onShow: (isShown: boolean) => void;
}) {
  const { period } = formatsOf(useLocale());
  const t = useTranslations("entryForm.rowMenu");
  const menu = useDismissal<HTMLDetailsElement>();
  const acts = [
    { name: t("reason"), key: "R", act: askReason },
    { name: t("breakdown", { state: isOpen ? "open" : "shut" }), key: "B", act: toggle },
    { name: t("comment"), key: "C", act: comment },
    {
      name: t("carried", { period: carried?.from ? period(carried.from) : "none" }),
      key: "L",
      act: carried?.act ?? null,
    },
  ].flatMap(({ act, ...each }) => (act ? [{ ...each, act }] : []));
  if (acts.length === 0) return null;
  return (
    <details className="row-menu" ref={menu} onToggle={({ currentTarget }) => onShow(currentTarget.open)}>
      <summary>
        <span aria-hidden="true">⋯</span>
        <span className="vh">{t("of", { title })}</span>
      </summary>
      <ul>
        {(isShown ? acts : []).map(({ name, key, act }) => (
          <li key={key}>
            <button
              type="button"
              aria-keyshortcuts={`Alt+${key}`}
              onClick={() => {
                // The button goes with the menu.
                menu.current?.querySelector("summary")?.focus();
                menu.current?.removeAttribute("open");
                act();
              }}
            >
              {name}
              <kbd>Alt+{key}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
