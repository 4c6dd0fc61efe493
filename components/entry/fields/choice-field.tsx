"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { dockId } from "@/components/layout/use-focus-in-view";
import { Icon } from "@/components/ui/icon";
import { moveFocus } from "./move-focus";

export interface Choice {
  value: string;
  label: string;
  /** The word in the label that a person thinks of, where the label begins with something else. */
  name?: string;
}

/** So many letters after another look for one word. */
const typeaheadMs = 700;

/** Where an open list stands to its field. */
interface ListSpace {
  /** Over the field instead of under it. */
  isUp: boolean;
  /** How high it may be, in pixels; null where nothing narrows it. */
  height: number | null;
}

/** Room that a list wants under its field before it opens upwards, in pixels. */
const spaceWanted = 240;
/** Between the list and what it may not cover. */
const gap = 8;
/** So much of a list is of use: two choices for a finger. */
const leastHeight = 96;

/**
 * Finds room for a list between the bars. Where the indicator's name stands over the field, as on a phone, the list opens
 * downwards and the page scrolls for it: nobody chooses for a name that they can't see.
 */
function makeSpace(field: HTMLElement, list: HTMLElement): ListSpace {
  const name = field.closest("tr")?.querySelector(":scope > th")?.getBoundingClientRect();
  const before = field.getBoundingClientRect();
  const isUnderName = name !== undefined && name.bottom <= before.top;
  if (!isUnderName) {
    const below = floor() - before.bottom;
    return { isUp: below < spaceWanted && before.top > below, height: null };
  }
  const wanted = before.bottom + list.offsetHeight + 2 * gap - floor();
  const most = name.top - gap;
  if (wanted > 0 && most > 0) window.scrollBy({ top: Math.min(wanted, most), behavior: "instant" });
  // A name of many lines on a low screen: the list keeps clear of the bar, and scrolls within.
  return { isUp: false, height: Math.max(leastHeight, floor() - field.getBoundingClientRect().bottom - 2 * gap) };
}

const floor = () => document.getElementById(dockId)?.getBoundingClientRect().top ?? window.innerHeight;

/** Scrolls within the list alone: the browser's own way would move the page as well. */
function showOption(list: HTMLElement, index: number): void {
  const option = list.children[index];
  if (!(option instanceof HTMLElement)) return;
  const { offsetTop: top, offsetHeight: height } = option;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
}

/**
 * One of a list (ARIA's select-only combobox). Closed, it is a cell like others: arrows go over it. It opens by a click,
 * Enter, Space, F2, Alt with an arrow, or the first letter of a choice; Esc closes it as it was. A native list can't do
 * that: its arrows change it.
 */
export function ChoiceField({
  id,
  label,
  value,
  choices,
  none,
  disabled,
  fault,
  at,
  onChoose,
}: {
  id: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  /** What stands in it while nothing is chosen. */
  none: string;
  disabled: boolean;
  fault?: Pick<React.AriaAttributes, "aria-invalid" | "aria-describedby">;
  /** Its place in the sheet. */
  at: Record<string, string>;
  onChoose: (value: string) => void;
}) {
  const indexOf = (wanted: string) => choices.findIndex((choice) => choice.value === wanted);
  /** The choice that Enter would take; null while the list is closed. */
  const [active, setActive] = useState<number | null>(null);
  const [space, setSpace] = useState<ListSpace>({ isUp: false, height: null });
  const typed = useRef({ text: "", at: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isOpen = active !== null;
  const optionId = (index: number) => `${id}|${index}`;

  useLayoutEffect(() => {
    if (isOpen && button.current && list.current) setSpace(makeSpace(button.current, list.current));
  }, [isOpen]);
  // After each drawing: the list may have got another height.
  useLayoutEffect(() => {
    if (active !== null && list.current) showOption(list.current, active);
  });

  const open = (index = indexOf(value)) => {
    // Safari gives a button that is clicked no focus, and then nothing would tell that it is left.
    button.current?.focus();
    setActive(index);
  };
  const close = () => setActive(null);
  const choose = (index: number) => {
    const choice = choices[index];
    close();
    if (choice && choice.value !== value) onChoose(choice.value);
  };
  /** The next choice that begins with the letters struck just now. */
  const found = (letter: string): number => {
    const now = performance.now();
    const before = now - typed.current.at < typeaheadMs ? typed.current.text : "";
    const text = before === letter ? letter : before + letter.toLocaleLowerCase();
    typed.current = { text, at: now };
    const start = (active ?? indexOf(value)) + (text.length === 1 ? 1 : 0);
    const order = [...choices.keys()].map((step) => (Math.max(start, 0) + step) % choices.length);
    const begins = (words: string | undefined) => words?.toLocaleLowerCase().startsWith(text);
    return order.find((index) => begins(choices[index]!.label) || begins(choices[index]!.name)) ?? -1;
  };

  const whileOpen = (event: React.KeyboardEvent, at: number): boolean => {
    // Clearing is for the mouse and for Delete: whoever goes to the end wants the last choice.
    const last = choices.findLastIndex((choice) => choice.value !== "");
    const steps: Record<string, number> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: event.altKey ? at : Math.max(at - 1, 0),
      Home: 0,
      End: last,
      PageDown: Math.min(at + 10, last),
      PageUp: Math.max(at - 10, 0),
    };
    if (event.key in steps) setActive(steps[event.key]!);
    else if (event.key === "Escape") close();
    else if (event.key === " ") choose(at);
    else if (event.key === "Enter") {
      choose(at);
      moveFocus(event.currentTarget as HTMLElement, event.shiftKey ? "up" : "down");
    } else if (event.key === "Tab") {
      choose(at);
      return false;
    } else if (isLetter(event)) {
      const index = found(event.key);
      if (index >= 0) setActive(index);
    } else return !event.ctrlKey && !event.metaKey;
    return true;
  };
  const whileClosed = (event: React.KeyboardEvent): boolean => {
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (["Enter", " ", "F2"].includes(event.key) || (event.altKey && isArrow)) open();
    else if (event.key === "Delete" || event.key === "Backspace") {
      // Of many that are marked the sheet clears all.
      if (event.currentTarget.closest(".marked")) return false;
      if (value !== "") onChoose("");
    } else if (isLetter(event)) {
      const index = found(event.key);
      if (index >= 0) open(index);
    } else return false;
    return true;
  };

  return (
    <div className="choice">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <button
        ref={button}
        type="button"
        role="combobox"
        id={id}
        value={value}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}|list` : undefined}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        {...fault}
        {...at}
        onClick={() => (isOpen ? close() : open())}
        onBlur={close}
        onKeyDown={(event) => {
          if (active === null ? whileClosed(event) : whileOpen(event, active)) event.preventDefault();
        }}
      >
        <span className={value === "" ? "none" : undefined}>{choices[indexOf(value)]?.label ?? none}</span>
        <Icon name="chevronDown" />
      </button>
      {isOpen && (
        <div
          ref={list}
          role="listbox"
          id={`${id}|list`}
          aria-label={label}
          className={space.isUp ? "up" : undefined}
          style={space.height === null ? undefined : { maxHeight: `min(18rem, ${space.height}px)` }}
        >
          {choices.map((choice, index) => (
            <button
              key={choice.value}
              type="button"
              role="option"
              id={optionId(index)}
              tabIndex={-1}
              aria-selected={choice.value === value}
              className={index === active ? "active" : undefined}
              // The field keeps the focus, so that it isn't left before the click.
              onMouseDown={(event) => event.preventDefault()}
              // A list that opens under a mouse at rest isn't pointed at.
              onMouseMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && setActive(index)}
              onClick={() => choose(index)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: React.KeyboardEvent) =>
  key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
