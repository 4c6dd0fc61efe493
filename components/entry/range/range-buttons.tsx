"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useCarrying } from "@/components/entry/carried/use-carrying";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ManyAsked, SheetRange } from "./use-range";

/**
 * How many rows are marked, and a button for each thing that can be done with them.
 * @param text of what is marked, for the clipboard
 */
export function RangeButtons({ range, text }: { range: SheetRange; text: () => string }) {
  const t = useTranslations("entryForm.range");
  const { say, store, dimensions } = useEntry();
  const { carry, confirm } = useCarrying();
  useSyncExternalStore(store.subscribe, store.all, store.all);
  const { count } = range;
  const marked = range.enterable().map((row) => {
    const { carried, isAnswered } = factsOf(row, dimensions, store.all()[row.code] ?? {});
    return { code: row.code, isCarried: carried > 0, mayCarry: row.carry !== null && !isAnswered };
  });
  const confirmable = marked.filter(({ isCarried }) => isCarried).map(({ code }) => code);
  const carriable = marked.filter(({ mayCarry }) => mayCarry).map(({ code }) => code);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      say(t("copied", { rows: count }));
    } catch {
      // Some browsers ask first, and an address without TLS has no clipboard: the key does it.
      say(t("copyByKey"));
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's meaning to what only acts on marked cells
    <div className="range-bar" role="group" aria-label={t("label")}>
      <span role="status">{t("marked", { rows: count })}</span>
      <button type="button" className="btn" onClick={copy}>
        {t("copy")}
      </button>
      {range.enterable().length > 0 && (
        <>
          <button
            type="button"
            className="btn"
            onClick={() => range.fillDown("", (count, left) => say(t("filled", { count, left })))}
          >
            {t("fillDown")}
          </button>
          <button type="button" className="btn" onClick={() => range.clear((count) => say(t("cleared", { count })))}>
            {t("clear")}
          </button>
          {confirmable.length > 0 && (
            <button type="button" className="btn" onClick={() => confirm(confirmable)}>
              {t("confirm", { count: confirmable.length })}
            </button>
          )}
          {carriable.length > 0 && (
            <button type="button" className="btn" onClick={() => carry(carriable)}>
              {t("carry", { count: carriable.length })}
            </button>
          )}
        </>
      )}
      <button type="button" className="btn btn-text" onClick={range.end}>
        {t("end")}
      </button>
    </div>
  );
}

/** One key is not enough to change what nobody sees. */
export function AskFirst({ range: { answered }, asked }: { range: SheetRange; asked: ManyAsked }) {
  const t = useTranslations("entryForm.range.many");
  const { way, count, go, all } = asked;
  return (
    <Dialog key={way} open onClose={() => answered(asked)} title={t("title", { way, count })} titleId="ask-many">
      <p>{all ? t(way === "head" ? "head" : "rows", { code: all.after }) : t("meaning")}</p>
      {/* Closed by the browser, which gives the hand back before the question is over. */}
      <form method="dialog" className="actions">
        <Button type="submit">{t("leave", { way })}</Button>
        {all && (
          <Button type="submit" onClick={all.go}>
            {t("all", { way, count: all.count })}
          </Button>
        )}
        <Button type="submit" look="main" onClick={go}>
          {t("go", { way, count })}
        </Button>
      </form>
    </Dialog>
  );
}
