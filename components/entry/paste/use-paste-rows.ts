"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import type { SheetRange } from "@/components/entry/range/use-range";
import { lateCode } from "@/components/entry/sheet/late-code";
import { useEntry } from "@/components/entry/state/entry-session";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { missingReasons } from "@/lib/domain/values/value";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { Paste } from "./paste-rows";

const code = lateCode<Paste>(() => import("./paste-rows").then(({ pasteRows }) => pasteRows), true);

/**
 * Hears what is pasted on the sheet, whose code comes after the page.
 * @param rows those that are drawn, in their order
 * @param whole all of the report
 * @param heads what the product heads values with
 */
export function usePasteRows(
  rows: readonly EntryIndicator[],
  whole: readonly EntryIndicator[],
  range: SheetRange,
  heads: HeadWords,
) {
  const t = useTranslations("entryForm.paste");
  const late = useTranslations("entryForm.late");
  const values = useTranslations("values");
  const session = useEntry();
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    // A browser tells a paste over an answer or a list to the page, not to what has the focus.
    const target = event.target instanceof HTMLElement && event.target.dataset.row ? event.target : null;
    const field = target ?? (isTyping(event.target) ? null : document.activeElement);
    if (!(field instanceof HTMLElement)) return;
    const { row, cell, editing } = field.dataset;
    const text = event.clipboardData?.getData("text") ?? "";
    const isOfRow = (cell === undefined || cell === totalCell) && rows.some(({ code }) => code === row);
    if (event.defaultPrevented || !isOfRow || text === "") return;
    const paste: Paste = {
      text,
      field,
      rows,
      whole,
      range,
      session,
      heads,
      take: () => event.preventDefault(),
      words: {
        yes: values("text.yes"),
        no: values("text.no"),
        reasons: missingReasons.map((reason) => [reason, values("reason", { reason })] as const),
      },
      said: (counts) => t("said", counts),
      passed: (heads) => t("passed", { heads }),
    };
    if (code.come) {
      code.come(paste);
      return;
    }
    // Before its code came, a text that is being written and a single value are the browser's to paste.
    const isOne = !range.isMany && !/[\t\n]/.test(text);
    if (isTyping(field) && (isOne || (editing !== undefined && field instanceof HTMLTextAreaElement))) return;
    event.preventDefault();
    code.ask().then(
      (pasteRows) => pasteRows(paste),
      () => session.say(late("failed")),
    );
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
