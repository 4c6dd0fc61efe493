"use client";

import { useTranslations } from "next-intl";

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

/** Each key with what it does. */
export function ShortcutList() {
  const t = useTranslations("entryForm.shortcuts");
  return (
    <dl className="shortcuts">
      {keys.map(([does, key]) => (
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
