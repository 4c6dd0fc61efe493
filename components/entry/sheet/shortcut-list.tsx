"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";

/** What each key does in the sheet; names of keys are the same in every language. */
const keys = [
  ["move", "← ↑ → ↓"],
  ["confirm", "Enter, Shift+Enter"],
  ["next", "Tab, Shift+Tab"],
  ["edit", "F2"],
  ["restore", "Esc"],
  ["undo", "Ctrl+Z, Ctrl+Y"],
  ["ends", "Ctrl+Home, Ctrl+End"],
  ["edges", "Ctrl+↑, Ctrl+↓"],
  ["pages", "PgUp, PgDn"],
  ["mark", "Shift+← ↑ → ↓"],
  ["markAll", "Ctrl+A"],
  ["copy", "Ctrl+C, Ctrl+X, Ctrl+V"],
  ["fillDown", "Ctrl+D"],
  ["clear", "Delete"],
  ["reason", "Alt+R"],
  ["breakdown", "Alt+B"],
  ["comment", "Alt+C"],
  ["carried", "Alt+L"],
  ["help", "Ctrl+/"],
] as const;

/** They need no field. */
const withoutFields: ReadonlySet<string> = new Set(["next", "help"]);

/** Each key with what it does, as far as the reader may enter anything. */
export function ShortcutList() {
  const t = useTranslations("entryForm.shortcuts");
  const mayEnter = useEntry().standing.now().enterable.length > 0;
  return (
    <dl className="shortcuts">
      {keys
        .filter(([does]) => mayEnter || withoutFields.has(does))
        .map(([does, key]) => (
          <div key={does}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t("does", { does })}</dd>
          </div>
        ))}
    </dl>
  );
}
