"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useRef, useState } from "react";
import { Textarea } from "@/components/ui/fields/textarea";
import { tellField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToTell } from "@/lib/views/report-view";
import { foundPeople, nameAt } from "./found-people";

/** Its place in the box's words, what of a name is written there, whom it may be, and which of them stands out. */
interface Offer {
  from: number;
  written: string;
  found: readonly PersonToTell[];
  active: number;
}

/**
 * A box for words in which an `@` offers people: whoever is chosen is ticked among those who are told, and the name is taken
 * out of the words again, for they are kept without names. The box keeps the focus; the list says itself aloud.
 */
export function TellingBox({
  people,
  onBegin,
  ...rest
}: Omit<ComponentProps<typeof Textarea>, "ref"> & { people: readonly PersonToTell[] | null; onBegin: () => void }) {
  const t = useTranslations("entry.comment");
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [isLeft, setLeft] = useState(false);
  const [written, setWritten] = useState<{ text: string; caret: number } | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const offer = isLeft ? null : offerOf(people, written, place);

  const look = () => {
    const { current } = box;
    if (!current) return;
    setLeft(false);
    setPlace(null);
    setTold("");
    setWritten({ text: current.value, caret: current.selectionStart });
  };
  const choose = ({ from }: Offer, person: PersonToTell) => {
    const { current } = box;
    if (!current || written === null) return;
    current.setRangeText("", from, written.caret, "end");
    // What keeps the words, and judges them, hears of it as of any writing.
    current.dispatchEvent(new Event("input", { bubbles: true }));
    const tick = current.form?.elements.namedItem(tellField(person.id));
    if (tick instanceof HTMLInputElement && !tick.checked) tick.click();
    setWritten(null);
    setTold(t("isTold", { name: person.name }));
    current.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!offer || event.nativeEvent.isComposing) return;
    // Leaving the box chooses nobody: who is chosen gets mail.
    if (event.key === "Tab") return setLeft(true);
    const { found, active } = offer;
    const steps: Record<string, number> = { ArrowDown: (active + 1) % found.length };
    steps.ArrowUp = (active - 1 + found.length) % found.length;
    if (event.key in steps) setPlace(steps[event.key]!);
    else if (event.key === "Enter" && (offer.written.trim() !== "" || place !== null)) choose(offer, found[active]!);
    else if (event.key === "Escape") setLeft(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (person: number) => `${list}|${person}`;
  return (
    <div className="telling">
      <Textarea
        {...rest}
        ref={box}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offer ? list : undefined}
        aria-activedescendant={offer ? optionId(offer.found[offer.active]!.id) : undefined}
        onFocus={onBegin}
        onInput={look}
        onKeyDown={onKeyDown}
        onBlur={() => setLeft(true)}
      />
      {offer && (
        <div role="listbox" id={list} aria-label={t("tell")} ref={intoView}>
          {offer.found.map((person, index) => (
            <button
              key={person.id}
              type="button"
              role="option"
              id={optionId(person.id)}
              tabIndex={-1}
              aria-selected={index === offer.active}
              className={index === offer.active ? "active" : undefined}
              // The box keeps the focus, so that it isn't left before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(offer, person)}
            >
              {person.name} <span className="note">{person.organisation}</span>
            </button>
          ))}
        </div>
      )}
      <p className="vh" role="status">
        {offer ? t("offered", { count: offer.found.length }) : told}
      </p>
    </div>
  );
}

/** A list that opens below what is seen would be no offer. */
const intoView = (list: HTMLElement | null) => list?.scrollIntoView({ block: "nearest" });

function offerOf(
  people: readonly PersonToTell[] | null,
  written: { text: string; caret: number } | null,
  place: number | null,
): Offer | null {
  const name = written && nameAt(written.text, written.caret);
  if (!name || people === null) return null;
  const found = foundPeople(people, name.written).slice(0, 8);
  return found.length === 0 ? null : { ...name, found, active: Math.min(place ?? 0, found.length - 1) };
}
