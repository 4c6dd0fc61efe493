"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { Icon } from "@/components/ui/icon";
import { useUndo } from "./use-undo";

/** Undo and redo for the mouse and for fingers. */
export function UndoBar() {
  const t = useTranslations("entryForm.undo");
  const { changes } = useEntry();
  const isAwake = useSheetAwake();
  const { past, future } = useSyncExternalStore(changes.subscribe, changes.now, changes.now);
  const run = useUndo();
  const ways = [
    { way: "undo", all: past },
    { way: "redo", all: future },
  ] as const;
  return (
    <span className="undo">
      {ways.map(({ way, all }) => (
        <button
          key={way}
          type="button"
          className="btn"
          // Stays reachable: whoever undoes the last change keeps the place.
          aria-disabled={!isAwake || all.length === 0}
          title={t("hint", { way })}
          onClick={() => run(way)}
        >
          <Icon name={way} />
          <span className="vh">{t("button", { way })}</span>
        </button>
      ))}
    </span>
  );
}
