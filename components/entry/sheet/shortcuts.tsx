"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Late, lateCode } from "./late-code";

const code = lateCode(() => import("./shortcut-list").then(({ ShortcutList }) => ShortcutList), true);

/** Whether what has the focus takes letters. */
const takesLetters = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=radio], [type=checkbox]), textarea, select, [role=combobox]");

/** The list of keys, by its button, by Ctrl and `/` anywhere, or by `?` where no text is written. */
export function Shortcuts() {
  const t = useTranslations("entryForm.shortcuts");
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked =
        (event.key === "?" && !takesLetters(event.target) && !event.ctrlKey && !event.metaKey) ||
        (event.key === "/" && (event.ctrlKey || event.metaKey));
      if (!isAsked) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="btn" aria-haspopup="dialog" title={t("title")} onClick={() => setOpen(true)}>
        <span aria-hidden="true">?</span>
        <span className="vh">{t("title")}</span>
      </button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        titleId="shortcuts-title"
        actions={<Button onClick={() => setOpen(false)}>{t("close")}</Button>}
      >
        {isOpen && <Late code={code} of={{}} />}
      </Dialog>
    </>
  );
}
