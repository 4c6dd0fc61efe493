"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { isBlank, isSameEntered, withReason } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { useReasons } from "@/components/values/missing/use-reasons";
import { ValueEditor } from "@/components/values/value-editor";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { fieldId } from "./cell-fields";
import { ChoiceField } from "./choice-field";
import { fieldAt, focusFieldOf } from "./move-focus";

/** A value, or the reason why there is none: never both. `children` stand under the field. */
export function ValueCell({
  indicator,
  isAsked,
  onAsk,
  children,
}: {
  indicator: EntryIndicator;
  /** A reason is asked for, though none is given yet. */
  isAsked: boolean;
  onAsk: (isAsked: boolean) => void;
  children: ReactNode;
}) {
  const t = useTranslations("values.missing");
  const reasons = useReasons();
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const { code, title, rules } = indicator;
  const place = { indicator: code, cell: totalCell };
  const { typed } = useCell(place);
  const box = useRef<HTMLDivElement>(null);
  const hasReason = typed.missingReason !== "";
  const before = useRef(typed);
  // A value that came otherwise, by paste or undo, shows.
  useEffect(() => {
    if (isAsked && !isSameEntered(typed, before.current)) onAsk(false);
    before.current = typed;
  }, [isAsked, typed, onAsk]);
  const set = (reason: string) => {
    store.dispatch(place, { type: "typed", entered: withReason(rules.type, reason) });
    store.dispatch(place, { type: "left" });
  };
  // Whoever asks for a reason has the list open, also where one stands.
  useEffect(() => {
    if (isAsked) box.current?.querySelector<HTMLElement>("[role=combobox]")?.click();
  }, [isAsked]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears its list being left
    <div
      ref={box}
      // Whoever leaves without a reason, or takes the question back, has the cell as it was.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (isAsked && !currentTarget.contains(relatedTarget)) onAsk(false);
      }}
      onKeyDown={(event) => {
        if (!isAsked || event.key !== "Escape") return;
        event.preventDefault();
        onAsk(false);
        focusFieldOf(place);
      }}
    >
      {hasReason || isAsked ? (
        <>
          <ChoiceField
            id={fieldId(place, "missingReason")}
            label={t("of", { title })}
            value={typed.missingReason}
            choices={reasons}
            none={t("none")}
            disabled={!isAwake}
            at={fieldAt(code, 0)}
            onChoose={set}
          />
          <p className="under more-of-row">
            {t("noValue")}{" "}
            <button
              type="button"
              className="link"
              disabled={!isAwake}
              onClick={() => {
                onAsk(false);
                if (hasReason) set("");
                focusFieldOf(place);
              }}
            >
              {t("enterOne")}
              <span className="vh">: {title}</span>
            </button>
          </p>
        </>
      ) : (
        <>
          <ValueEditor indicator={indicator} cell={totalCell} label={title} row={code} column={0} />
          {children}
          {isBlank(typed) && (
            <p className="under more-of-row">
              <button type="button" className="link" disabled={!isAwake} onClick={() => onAsk(true)}>
                {t("give")}
                <span className="vh">: {title}</span>
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
