"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { tellStored } from "@/components/offline/stored-here";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import type { Message } from "@/lib/schemas/forms/form-state";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import type { IsoMoment, LastChangeView } from "@/lib/views/report-view";
import { type StoredText, sendNarrative } from "./send-narrative";

/** Which text the person saw who wrote another over it. */
export type SeenText = Pick<StoredText, "rowVersion" | "was">;

/** Where a text stands: as it came, being written, on its way, stored, waiting for the server, refused, or overtaken. */
type TextPhase =
  | { at: "rest" | "typing" | "saving" | "waiting" }
  | { at: "overtaken"; changed: LastChangeView | null; seen: SeenText }
  | { at: "saved"; savedAt: IsoMoment | null }
  | { at: "refused"; problem: Message };

/** A text as the server has it as far as this page knows, and where what is written instead of it stands. */
export interface SavedText {
  pillar: string;
  kind: NarrativeKind;
  stored: StoredText;
  phase: TextPhase;
}

/** How long somebody pauses before what they wrote is saved; leaving the field saves it at once. */
const pause = 3_000;
/** Until what the server couldn't be given is sent again. */
const again = 10_000;

/** The field of a text in the form. */
const control = (form: HTMLFormElement, name: string) => form.elements.namedItem(name);

/** What stands in the form for a text. */
function written(form: HTMLFormElement, { pillar, kind }: SavedText): { text: string; isPublic: boolean } | null {
  const text = control(form, narrativeField("text", pillar, kind));
  const box = control(form, narrativeField("isPublic", pillar, kind));
  if (!(text instanceof HTMLTextAreaElement) || !(box instanceof HTMLInputElement)) return null;
  return { text: text.value, isPublic: box.checked };
}

/** Space at the ends is never stored. */
const isStored = ({ text, isPublic }: { text: string; isPublic: boolean }, { stored }: SavedText) =>
  text.trim() === stored.text.trim() && isPublic === stored.isPublic;

/** What the page was shown with, by the hidden fields: a text that was put back by the browser may rest on an older one. */
function asShown(form: HTMLFormElement, saved: SavedText): StoredText {
  const value = (field: "rowVersion" | "was") => {
    const hidden = control(form, narrativeField(field, saved.pillar, saved.kind));
    return hidden instanceof HTMLInputElement ? hidden.value : "";
  };
  return { ...saved.stored, rowVersion: Number(value("rowVersion")), was: value("was") };
}

/**
 * Saves the texts of a report narrative as they are written, one at a time each, and never over a text that nobody here
 * has seen: that one is put beside it, and a person chooses.
 * @param initial the texts that the form is made with
 */
export function useNarrativeSaving(
  form: RefObject<HTMLFormElement | null>,
  owner: Owner,
  initial: () => Record<string, SavedText>,
) {
  const [texts, setTexts] = useState(initial);
  const now = useRef(texts);
  const onTheirWay = useRef(new Set<string>());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const [wantsSubmit, setWantsSubmit] = useState(false);
  const [isLive, setLive] = useState(false);

  const change = (key: string, next: Partial<SavedText>) => {
    now.current = { ...now.current, [key]: { ...now.current[key]!, ...next } };
    setTexts(now.current);
  };
  const wait = (key: string, milliseconds: number) => {
    clearTimeout(timers.current.get(key));
    timers.current.set(
      key,
      setTimeout(() => void save(key), milliseconds),
    );
  };

  /** Nothing that was said of a text before holds of words that are written now. */
  const noteTyping = (key: string) => {
    const saved = now.current[key]!;
    const typed = form.current && written(form.current, saved);
    const { at } = saved.phase;
    if (typed && (at === "rest" || at === "saved" || at === "typing"))
      if (!isStored(typed, saved)) change(key, { phase: { at: "typing" } });
      else if (at === "typing") change(key, { phase: { at: "rest" } });
  };

  async function save(key: string) {
    clearTimeout(timers.current.get(key));
    const saved = now.current[key];
    const typed = form.current && saved ? written(form.current, saved) : null;
    if (!saved || !typed || saved.phase.at === "overtaken" || onTheirWay.current.has(key)) return;
    if (isStored(typed, saved)) {
      if (saved.phase.at !== "saved") change(key, { phase: { at: "rest" } });
      return;
    }
    onTheirWay.current.add(key);
    change(key, { phase: { at: "saving" } });
    const { pillar, kind, stored } = saved;
    const answer = await sendNarrative(owner, { pillar, kind, ...typed, rowVersion: stored.rowVersion });
    onTheirWay.current.delete(key);
    if (answer.type === "stored") {
      const { rowVersion, was, savedAt } = answer;
      change(key, { stored: { ...typed, rowVersion, was }, phase: { at: "saved", savedAt } });
      tellStored();
      // Words that were written meanwhile.
      noteTyping(key);
      wait(key, pause);
    } else if (answer.type === "overtaken") {
      const { present, changed } = answer;
      change(key, { stored: present, phase: { at: "overtaken", changed, seen: stored } });
    } else if (answer.type === "refused")
      change(key, { phase: { at: "refused", problem: { key: answer.key, args: answer.args } } });
    else {
      change(key, { phase: { at: "waiting" } });
      wait(key, again);
    }
  }

  const keyOf = (target: EventTarget | null) => {
    const name = target instanceof HTMLElement ? (target.getAttribute("name") ?? "") : "";
    const [, pillar = "", kind = ""] = name.split("|");
    return `${pillar}|${kind}`;
  };
  const onInput = useEffectEvent((event: Event) => {
    const key = keyOf(event.target);
    if (!now.current[key]) return;
    noteTyping(key);
    wait(key, pause);
  });
  const onChange = useEffectEvent((event: Event) => void save(keyOf(event.target)));
  const saveAll = useEffectEvent(() => {
    for (const key of Object.keys(now.current)) void save(key);
  });
  const restore = useEffectEvent(() => {
    const element = form.current;
    if (!element) return;
    for (const [key, saved] of Object.entries(now.current)) change(key, { stored: asShown(element, saved) });
    saveAll();
  });
  const leave = useEffectEvent((event: BeforeUnloadEvent) => {
    const element = form.current;
    const isOpen = (saved: SavedText) => {
      const typed = element && written(element, saved);
      return typed !== null && !isStored(typed, saved);
    };
    if (Object.values(now.current).some(isOpen)) event.preventDefault();
  });

  // What the browser has kept stands in the form by then: `useKeptWords` has put it there.
  const isReady = useMemoryReady();
  useEffect(() => {
    if (!isReady) return;
    const element = form.current;
    const [input, changed] = [(event: Event) => onInput(event), (event: Event) => onChange(event)];
    const [online, unload] = [() => saveAll(), (event: BeforeUnloadEvent) => leave(event)];
    // Somebody may have signed in anew in another tab.
    const turned = () => document.visibilityState === "visible" && saveAll();
    const running = timers.current;
    restore();
    setLive(true);
    element?.addEventListener("input", input);
    element?.addEventListener("change", changed);
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", turned);
    window.addEventListener("beforeunload", unload);
    return () => {
      element?.removeEventListener("input", input);
      element?.removeEventListener("change", changed);
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", turned);
      window.removeEventListener("beforeunload", unload);
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, [isReady, form]);

  // What is on its way would overtake the form that says an older version.
  const isSaving = Object.values(texts).some(({ phase }) => phase.at === "saving");
  useEffect(() => {
    if (!wantsSubmit || isSaving) return;
    setWantsSubmit(false);
    form.current?.requestSubmit();
  }, [wantsSubmit, isSaving, form]);

  return {
    texts,
    isSaving,
    /** The page's script runs, so that a person can choose between two texts. */
    isLive,
    /** Sends the form once nothing of it is on its way. */
    submitLater: () => setWantsSubmit(true),
    /** Stores what is written here in place of the other text, which the person has seen. */
    keepMine: (key: string) => {
      change(key, { phase: { at: "rest" } });
      void save(key);
    },
    /** Puts the stored text into the form. */
    takeTheirs: (key: string) => {
      const saved = now.current[key];
      const element = form.current;
      if (!saved || !element) return;
      const text = control(element, narrativeField("text", saved.pillar, saved.kind));
      const box = control(element, narrativeField("isPublic", saved.pillar, saved.kind));
      if (text instanceof HTMLTextAreaElement) text.value = saved.stored.text;
      if (box instanceof HTMLInputElement) box.checked = saved.stored.isPublic;
      change(key, { phase: { at: "rest" } });
    },
  };
}

/** By pillar and kind, as the fields are named. */
export const textKey = (pillar: string, kind: NarrativeKind) => `${pillar}|${kind}`;

/**
 * Each text of each pillar, by its key.
 * @param overtaken what was seen of a text for which the form was refused, since another was stored meanwhile
 */
export const textsOf = (
  pillars: readonly string[],
  stored: (pillar: string, kind: NarrativeKind) => StoredText,
  overtaken: (pillar: string, kind: NarrativeKind) => SeenText | null,
): Record<string, SavedText> =>
  Object.fromEntries(
    pillars.flatMap((pillar) =>
      narrativeKinds.map((kind) => {
        const seen = overtaken(pillar, kind);
        const phase: TextPhase = seen ? { at: "overtaken", changed: null, seen } : { at: "rest" };
        return [textKey(pillar, kind), { pillar, kind, stored: stored(pillar, kind), phase }];
      }),
    ),
  );
