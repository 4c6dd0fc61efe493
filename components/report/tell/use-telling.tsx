import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { PersonToTell } from "@/lib/views/report-view";
import { foundPeople, nameAt } from "./found-people";

/** Its place in the box's words, whom it may be, and which of them stands out: -1 until a letter or an arrow says so. */
interface Offer<P> {
  from: number;
  found: readonly P[];
  active: number;
}

/**
 * Offers people at an `@` in a box for words: whoever is chosen is told by the caller, and the name is taken out of the words
 * again, for they are kept without names. The box keeps the focus; the list says itself aloud.
 * @returns what goes to the box, and what is drawn beside it, within an element of the class `telling`
 */
export function useTelling<P extends PersonToTell>(
  box: RefObject<HTMLTextAreaElement | null>,
  people: readonly P[] | null,
  onChosen: (person: P) => void,
  onBegin: () => void,
): { field: object; list: ReactNode } {
  const t = useTranslations("entry.comment");
  const list = useId();
  // Of a hundred boxes one is in use.
  const [isBegun, setBegun] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const [written, setWritten] = useState<{ text: string; caret: number } | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const offer = isLeft ? null : offerOf(people, written, place);
  const marked = offer?.found[offer.active];

  const look = () => {
    const { current } = box;
    if (!current) return;
    setLeft(false);
    setPlace(null);
    setTold("");
    setWritten({ text: current.value, caret: current.selectionStart });
  };
  const choose = ({ from }: Offer<P>, person: P) => {
    const { current } = box;
    if (!current || written === null) return;
    current.setRangeText("", from, written.caret, "end");
    // What keeps the words, and judges them, hears of it as of any writing.
    current.dispatchEvent(new Event("input", { bubbles: true }));
    onChosen(person);
    setWritten(null);
    setTold(t("isTold", { name: person.name }));
    current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!offer || event.nativeEvent.isComposing) return;
    // Leaving the box chooses nobody: who is chosen gets mail.
    if (event.key === "Tab") return setLeft(true);
    const { found, active } = offer;
    const steps: Record<string, number> = { ArrowDown: (active + 1) % found.length };
    steps.ArrowUp = (Math.max(active, 0) - 1 + found.length) % found.length;
    if (event.key in steps) setPlace(steps[event.key]!);
    else if (event.key === "Enter" && marked) choose(offer, marked);
    else if (event.key === "Escape") setLeft(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (person: number) => `${list}|${person}`;
  const field = {
    ...(isBegun && { "aria-autocomplete": "list", "aria-haspopup": "listbox" }),
    "aria-controls": offer ? list : undefined,
    "aria-activedescendant": marked && optionId(marked.id),
    onFocus: () => {
      setBegun(true);
      onBegin();
    },
    onInput: look,
    onKeyDown,
    onBlur: () => setLeft(true),
  };
  const drawn = (
    <>
      {offer && (
        <div role="listbox" id={list} aria-label={t("tell")} ref={intoView}>
          {offer.found.map((person) => (
            <button
              key={person.id}
              type="button"
              role="option"
              id={optionId(person.id)}
              tabIndex={-1}
              aria-selected={person === marked}
              className={person === marked ? "active" : undefined}
              // The box keeps the focus, so that it isn't left before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(offer, person)}
            >
              {person.name} <span className="note">{person.organisation}</span>
            </button>
          ))}
        </div>
      )}
      {isBegun && (
        <p className="vh" role="status">
          {offer ? t("offered", { count: offer.found.length }) : told}
        </p>
      )}
    </>
  );
  return { field, list: drawn };
}

/** A list that opens below what is seen would be no offer. */
const intoView = (list: HTMLElement | null) => list?.scrollIntoView({ block: "nearest" });

function offerOf<P extends PersonToTell>(
  people: readonly P[] | null,
  written: { text: string; caret: number } | null,
  place: number | null,
): Offer<P> | null {
  const name = written && nameAt(written.text, written.caret);
  if (!name || people === null) return null;
  const found = foundPeople(people, name.written).slice(0, 8);
  const first = name.written.trim() ? 0 : -1;
  return found.length === 0 ? null : { from: name.from, found, active: Math.min(place ?? first, found.length - 1) };
}
