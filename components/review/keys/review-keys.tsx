"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { isInView, showAboveBar } from "@/components/layout/use-focus-in-view";
import { stored } from "@/components/review/answers/choice";
import { fillOnPage } from "@/components/review/answers/kept-choice";
import { useAnswers } from "@/components/review/answers/use-answers";
import { atOnceIds } from "@/components/review/at-once/at-once";
import { markItem } from "@/components/review/indicators/mark-item";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { answerFields } from "@/lib/schemas/reports/review-fields";
import { type KeyAct, keyActOf, keyActs, keyNames, nextOf } from "./key-of";

const offKey = "review-keys-off";
const typing = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";

/** Keys with which a review is gone through. They can be turned off, and do nothing while somebody types. */
export function ReviewKeys({ codes: shown }: { codes: string }) {
  const t = useTranslations("review.keys");
  const answers = useTranslations("review.answers");
  const { choices, choose, undo, atOnce } = useAnswers();
  const [isOff, setOff] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [told, setTold] = useState("");
  const current = useRef<string | null>(null);
  /** How often somebody pressed something or went elsewhere. */
  const steps = useRef(0);
  const id = useId();
  useEffect(() => setOff(isTurnedOff()), []);
  const codes = shown.split(" ").filter((code) => code !== "");

  const go = (code: string | null) => {
    const item = code === null ? null : document.getElementById(code);
    if (!item) return;
    markItem(item);
    // Who hears the page is told what it is set to, as it comes up.
    item.setAttribute("aria-description", answers("present", { answer: choices[code!]?.answer ?? "none" }));
    current.current = code;
    item.focus({ preventScroll: true });
    showAboveBar(item);
    // What was just decided makes the notice and the bar higher.
    requestAnimationFrame(() => requestAnimationFrame(() => document.activeElement === item && showAboveBar(item)));
  };
  const goOn = (from: string) => {
    const next = nextOf(codes, from, (code) => code !== from && stored(choices[code]!).answer === null);
    setTold(next === null ? t("noneLeft") : "");
    go(next ?? from);
  };
  const step = (by: 1 | -1) => {
    const at = current.current === null ? -1 : codes.indexOf(current.current);
    go(codes[at === -1 ? (by === 1 ? 0 : codes.length - 1) : Math.min(codes.length - 1, Math.max(0, at + by))] ?? null);
  };
  const decide = (answer: "accept" | "query") => {
    const code = current.current;
    const present = code === null ? undefined : choices[code];
    if (code === null || !present) return setTold(t("noneChosen"));
    // Nobody decides about what they don't see: it comes back, and is told as it does.
    const item = document.getElementById(code);
    if (item && !isInView(item)) {
      // What has the focus already would be told by nobody.
      item.blur();
      return go(code);
    }
    choose(code, { answer });
    fillOnPage({ [code]: { ...present, answer } });
    if (answer === "accept") return goOn(code);
    // The field isn't drawn before the choice is.
    requestAnimationFrame(() => {
      const field = fieldOf(code);
      if (!field) return;
      field.focus();
      // Whoever asks more writes on.
      field.setSelectionRange(field.value.length, field.value.length);
      showAboveBar(field);
    });
  };
  const acts: Record<KeyAct, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    accept: () => decide("accept"),
    query: () => decide("query"),
    undo: () => void undo().then(go),
    acceptClean: () => {
      const at = steps.current;
      void atOnce.accept().then((accepted) => {
        // Whoever went on meanwhile stays where they are: what they type would act as keys.
        if (accepted.length === 0 || steps.current !== at) return;
        const next = nextOf(codes, null, (code) => choices[code]!.answer === null && !accepted.includes(code));
        if (next !== null) go(next);
        else document.getElementById(atOnceIds.notice)?.focus();
      });
    },
    help: () => setHelpOpen(true),
  };

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]") || !(event.target instanceof Element)) return;
    const item = event.target.closest("article.item");
    if (item && codes.includes(item.id)) current.current = item.id;
    if (event.key === "Escape" && item && event.target.matches("textarea")) {
      event.preventDefault();
      const isAsked = stored(choices[item.id]!).answer === "query";
      return isAsked ? goOn(item.id) : go(item.id);
    }
    if (isOff || event.repeat || event.target.closest(typing)) return;
    const act = keyActOf(event);
    if (act === null) return;
    event.preventDefault();
    acts[act]();
  });
  useEffect(() => {
    const chosen = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest("article.item") : null;
      if (item) markItem(item);
    };
    const stepped = () => {
      steps.current++;
    };
    for (const kind of ["keydown", "pointerdown", "focusin"]) document.addEventListener(kind, stepped, true);
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusin", chosen);
    return () => {
      for (const kind of ["keydown", "pointerdown", "focusin"]) document.removeEventListener(kind, stepped, true);
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("focusin", chosen);
    };
  }, []);

  const turn = (isOff: boolean) => {
    setOff(isOff);
    noteTurned(isOff);
  };
  return (
    <div className="review-keys">
      <p className="note">
        {isOff ? t("off") : t("lead")}{" "}
        <button type="button" className="link" onClick={() => setHelpOpen(true)}>
          {t("title")}
        </button>
      </p>
      <p className="vh" role="status">
        {told}
      </p>
      <Dialog
        open={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        title={t("title")}
        titleId={`${id}-title`}
        actions={<Button onClick={() => setHelpOpen(false)}>{t("close")}</Button>}
      >
        <dl className="key-list">
          {keyActs.map((act) => (
            <div key={act}>
              <dt>
                <kbd>{keyNames[act]}</kbd>
              </dt>
              <dd>{t("act", { act })}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>{t("escape")}</dd>
          </div>
        </dl>
        <label className="checkbox">
          <input type="checkbox" checked={!isOff} onChange={({ target }) => turn(!target.checked)} />
          {t("on")}
        </label>
      </Dialog>
    </div>
  );
}

const fieldOf = (code: string) =>
  document.querySelector<HTMLTextAreaElement>(`[name="${CSS.escape(answerFields(code).query)}"]`);

function isTurnedOff(): boolean {
  try {
    return localStorage.getItem(offKey) === "yes";
  } catch {
    return false;
  }
}

function noteTurned(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(offKey, "yes");
    else localStorage.removeItem(offKey);
  } catch {
    // A browser that keeps nothing has them on with each page.
  }
}
