"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { formatsOf } from "@/lib/i18n/formats";

/** Something that the bar has to say besides how far the report is. */
export interface DockNote {
  look: "warning" | "error" | "queued";
  text: string;
  href?: string;
  icon?: boolean;
}

const looks = { warning: "warnlink", error: "warnlink bad", queued: "note queued" };
/** More letters than this take more than one line of a phone. */
const oneLine = 48;

/**
 * What the bar has to say. Side by side where there is room; on a phone, where the bar would hide the sheet, behind a
 * button that opens the list over it. What was said last stays in view in two lines, and stands whole in the list.
 */
export function DockNotes({ notes, said }: { notes: readonly DockNote[]; said: string }) {
  const t = useTranslations("entryForm.dock");
  const { list } = formatsOf(useLocale());
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const count = notes.length + (said === "" ? 0 : 1);
  const isFolded = count > 1 || [said, ...notes.map(({ text }) => text)].some(({ length }) => length > oneLine);
  // What leads somewhere is counted by itself; of the rest, what was said last stands beside the button.
  const counts = notes.filter(({ href }) => href);
  const others = counts.length > 0 ? notes.length - counts.length : count;
  const hasErrors = notes.some(({ look }) => look === "error");
  // The list covers the sheet: it goes as soon as the hand is elsewhere.
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Node) || !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      toggle.current?.focus();
    };
    document.addEventListener("focusin", close);
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("focusin", close);
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", leave);
    };
  }, [isOpen]);
  if (count === 0) return null;
  return (
    <div ref={box} className={`notes ${isFolded ? "folded" : ""} ${isOpen ? "open" : ""}`.trim()}>
      {isFolded && (
        <button
          ref={toggle}
          type="button"
          className={`link notes-toggle ${hasErrors ? "bad" : ""}`.trim()}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {hasErrors && <Icon name="warning" />}
          {list([...counts.map(({ text }) => text), ...(others > 0 ? [t("notes", { count: others })] : [])])}
        </button>
      )}
      {said !== "" && (
        <span className="note said brief" aria-hidden="true">
          {said}
        </span>
      )}
      <ul>
        {notes.map(({ look, text, href, icon }) => (
          <li key={text}>
            {href ? (
              <a className={looks[look]} href={href} onClick={() => setOpen(false)}>
                {icon && <Icon name="warning" />}
                {text}
              </a>
            ) : (
              <span className={looks[look]}>{text}</span>
            )}
          </li>
        ))}
        {said !== "" && <li className="note said whole">{said}</li>}
      </ul>
    </div>
  );
}
