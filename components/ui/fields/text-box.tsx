"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { isPrinting, watchPrinter } from "@/components/ui/printing";
import type { Message } from "@/lib/schemas/forms/form-state";

/** Somebody has stopped writing for a moment. */
const pause = 700;

/**
 * What is to be said of the words in a box, by the rule that refuses and warns of them: it comes to the browser once there
 * are words to judge. Without a script the form says the same once it was sent.
 * @returns null before anybody has written: a page may have a hundred boxes
 */
function useToldWords(box: RefObject<HTMLTextAreaElement | null>): Message[] | null {
  const [told, tell] = useState<Message[] | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const written = element.value;
      if (written.trim() === "") return tell([]);
      const { toldWords } = await import("@/lib/schemas/forms/told-words");
      if (!isGone && element.value === written) tell(toldWords(written));
    };
    const later = () => {
      // What is told is announced where its place was there before.
      tell((known) => known ?? []);
      clearTimeout(timer);
      // Offline the rule can't be fetched: the server says the same.
      timer = setTimeout(() => void look().catch(() => undefined), pause);
    };
    // A form that was refused has said it.
    if (element.value !== "" && element.getAttribute("aria-invalid") === null) later();
    element.addEventListener("input", later);
    return () => {
      isGone = true;
      clearTimeout(timer);
      element.removeEventListener("input", later);
    };
  }, [box]);
  return told;
}

/** Below a box: that its words would be refused, or may say of whom they speak. It hinders nobody. */
function WordsTold({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
  const told = useToldWords(box);
  if (told === null) return null;
  return (
    <span className="words-told" aria-live="polite">
      {told.map((message) => (
        <Told key={message.key} message={message} />
      ))}
    </span>
  );
}

function Told({ message: { key, args } }: { message: Message }) {
  const t = useTranslations("errors");
  return <span>{t(key as Parameters<typeof t>[0], args)}</span>;
}

/**
 * A box for words of several lines. On paper it can't be scrolled, and no browser breaks it between two pages: what is
 * printed is its words as text.
 * @param hasContacts how to reach people belongs into it, and nothing is told of that
 */
export function TextBox({ ref, hasContacts = false, ...rest }: ComponentProps<"textarea"> & { hasContacts?: boolean }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => box.current!, []);
  const words = useSyncExternalStore(
    watchPrinter,
    () => (isPrinting() ? (box.current?.value ?? null) : null),
    () => null,
  );
  return (
    <>
      <textarea {...rest} ref={box} />
      {/* Right behind the box, whose place it takes on paper. */}
      {words !== null && <span className="on-paper">{words}</span>}
      {!hasContacts && <WordsTold box={box} />}
    </>
  );
}
