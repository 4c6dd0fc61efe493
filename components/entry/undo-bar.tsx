"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import type { ChangeStack } from "./change-stack";
import { useEntry } from "./entry-session";
import { useUndo } from "./use-undo";

/** Undo and redo for the mouse and for fingers, and what was undone last, until something else is changed. */
export function UndoBar({ say }: { say: (text: string) => void }) {
  const t = useTranslations("room.undo");
  const { changes, isAwake } = useEntry();
  const stack = useSyncExternalStore(changes.subscribe, changes.now, changes.now);
  const [told, setTold] = useState<{ text: string; of: ChangeStack } | null>(null);
  const run = useUndo((text) => {
    say(text);
    setTold({ text, of: changes.now() });
  });
  const ways = [
    { way: "undo", icon: "undo", all: stack.past },
    { way: "redo", icon: "redo", all: stack.future },
  ] as const;
  return (
    <>
      <span className="undo">
        {ways.map(({ way, icon, all }) => (
          <button
            key={way}
            type="button"
            className="btn"
            // Stays reachable: whoever undoes the last change keeps the place.
            aria-disabled={!isAwake || all.length === 0}
            title={t("hint", { way })}
            onClick={() => run(way)}
          >
            <Icon name={icon} />
            <span className="vh">{t("button", { way })}</span>
          </button>
        ))}
      </span>
      {told?.of === stack && (
        <span className="note undone" aria-hidden="true">
          {told.text}
        </span>
      )}
    </>
  );
}
