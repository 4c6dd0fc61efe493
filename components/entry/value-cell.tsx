"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { totalCell } from "@/lib/domain/disaggregation";
import { missingReasons } from "@/lib/domain/value";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import { isBlank, withReason } from "./entered";
import { useCell, useEntry } from "./entry-session";
import { fieldAt } from "./move-focus";
import { fieldId } from "./number-input";
import { TotalField } from "./total-field";

/** A value, or the reason why there is none: never both. `children` stand under the field. */
export function ValueCell({ indicator, children }: { indicator: EntryIndicator; children: ReactNode }) {
  const t = useTranslations("room.field");
  const { store, isAwake } = useEntry();
  const { code, title, rules } = indicator;
  const place = { indicator: code, cell: totalCell };
  const { typed } = useCell(place);
  const [isAsked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const hasReason = typed.missingReason !== "";
  const id = fieldId(place, "missingReason");
  const set = (reason: string) => {
    store.dispatch(place, { type: "typed", entered: withReason(rules.type, reason) });
    store.dispatch(place, { type: "left" });
  };
  /** The field that was asked for isn't drawn yet. */
  const focusIn = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus());

  return (
    <div ref={box}>
      {hasReason || isAsked ? (
        <>
          <label className="vh" htmlFor={id}>
            {t("reasonOf", { title })}
          </label>
          <select
            id={id}
            value={typed.missingReason}
            disabled={!isAwake}
            {...fieldAt(code, 0)}
            onChange={(event) => set(event.target.value)}
          >
            <option value="">{t("chooseReason")}</option>
            {missingReasons.map((reason) => (
              <option key={reason} value={reason}>
                {t("reason", { reason })}
              </option>
            ))}
          </select>
          <p className="under">
            {t("noValue")}{" "}
            <button
              type="button"
              className="link"
              disabled={!isAwake}
              onClick={() => {
                setAsked(false);
                if (hasReason) set("");
                focusIn("[data-row]");
              }}
            >
              {t("enterOne")}
              <span className="vh">: {title}</span>
            </button>
          </p>
        </>
      ) : (
        <>
          <TotalField indicator={indicator} />
          {children}
          {isBlank(typed) && (
            <p className="under">
              <button
                type="button"
                className="link"
                disabled={!isAwake}
                onClick={() => {
                  setAsked(true);
                  focusIn("select");
                }}
              >
                {t("giveReason")}
                <span className="vh">: {title}</span>
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
