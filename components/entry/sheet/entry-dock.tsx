"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState, useSyncExternalStore } from "react";
import { notPastedId } from "@/components/entry/paste/not-pasted-list";
import { afterSaving } from "@/components/entry/state/after-saving";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { useCounted } from "@/components/entry/state/use-counted";
import type { ChangeStack } from "@/components/entry/undo/change-stack";
import { dockId } from "@/components/layout/use-focus-in-view";
import { isKeptPage } from "@/components/offline/kept-pages";
import { afterWords } from "@/components/report/kept/words-on-their-way";
import { ButtonLink } from "@/components/ui/button";
import { serverAnswers } from "@/components/ui/forms/server-answers";
import { Icon } from "@/components/ui/icon";
import { checkPath } from "@/lib/i18n/paths";
import type { EntryIndicator, NewValue } from "@/lib/views/entry-view";
import { useUndo } from "../undo/use-undo";
import { type DockNote, DockNotes } from "./dock-notes";
import { useNewsText } from "./news-text";

/** What was said last, and the changes that could be undone then: it is shown until there are others. */
export interface Said {
  text: string;
  isAloud: boolean;
  times: number;
  of: ChangeStack | null;
}

/** Undo and redo for the mouse and for fingers. */
function UndoBar() {
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

/** How far the report is, what is wrong, what waits for the server, and the ways on. */
export function EntryDock({
  indicators,
  total,
  maySubmit,
  news,
  said,
}: {
  indicators: readonly EntryIndicator[];
  total: number;
  maySubmit: boolean;
  /** What others changed. */
  news: readonly NewValue[];
  said: Said;
}) {
  const t = useTranslations("entryForm.dock");
  const { base, saver, store, changes, notPasted, say } = useEntry();
  const stack = useSyncExternalStore(changes.subscribe, changes.now, changes.now);
  const left = useSyncExternalStore(notPasted.subscribe, notPasted.now, notPasted.atFirst);
  const { answered, unconfirmed, warnings, faulty, waiting } = useCounted(indicators, (facts) => ({
    answered: facts.filter(({ isAnswered }) => isAnswered).length,
    // They are among the answered ones, and nothing takes them for reported yet.
    unconfirmed: facts.filter(({ carried }) => carried > 0).length,
    warnings: facts.filter(({ isWarned }) => isWarned).length,
    faulty: indicators.filter((_, index) => facts[index]!.hasError).map(({ code }) => code),
    waiting: facts.reduce((sum, fact) => sum + fact.queued, 0),
  }));
  const others = useSyncExternalStore(saver.subscribe, saver.elsewhere, saver.elsewhere);
  const stuck = others.filter(({ problem }) => problem !== null).length;
  const [isGoing, setGoing] = useState(false);
  /** What was just typed is stored before the report is looked at as a whole. */
  const go = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    setGoing(true);
    await Promise.all([afterSaving(store), afterWords()]);
    if ((await serverAnswers()) || (await isKeptPage(new URL(href).pathname))) return window.location.assign(href);
    setGoing(false);
    say(t("noAnswer"));
  };
  const queued = waiting + others.filter(({ problem }) => problem === null).length;
  const newsText = useNewsText()(news);
  const notes: DockNote[] = [
    ...(unconfirmed > 0
      ? [
          {
            look: "warning" as const,
            text: t("unconfirmed", { count: unconfirmed }),
            href: `${checkPath(base)}#carried`,
          },
        ]
      : []),
    ...(warnings > 0
      ? [
          {
            look: "warning" as const,
            text: t("warnings", { count: warnings }),
            href: `${checkPath(base)}#warnings`,
            icon: true,
          },
        ]
      : []),
    ...(faulty[0]
      ? [{ look: "error" as const, text: t("errors", { count: faulty.length }), href: `#${faulty[0]}` }]
      : []),
    ...(stuck > 0
      ? [{ look: "error" as const, text: t("notStored", { count: stuck }), href: `${checkPath(base)}#unsent` }]
      : []),
    ...(left.length > 0
      ? [{ look: "warning" as const, text: t("notPasted", { count: left.length }), href: `#${notPastedId}` }]
      : []),
    ...(queued > 0 ? [{ look: "queued" as const, text: t("queued", { count: queued }) }] : []),
    ...(newsText !== "" ? [{ look: "queued" as const, text: newsText }] : []),
  ];
  return (
    <section id={dockId} className="dock" aria-label={t("label")}>
      <div className="wrap wrap-work">
        <span className="meter">
          <progress value={answered} max={total} aria-hidden="true" />
          <span>{t.rich("answered", { answered, total, b: (chunks) => <b>{chunks}</b> })}</span>
        </span>
        <DockNotes notes={notes} said={said.of === stack ? said.text : ""} />
        {isGoing && <span className="note queued">{t("saving")}</span>}
        {/* At the bar's end, which stays in its place while what is said beside it comes, goes and breaks into lines. */}
        <div className="end">
          {indicators.some(({ abilities }) => abilities.enterValue) && <UndoBar />}
          <ButtonLink href={checkPath(base)} onClick={go}>
            {t("check")}
          </ButtonLink>
          {maySubmit && (
            <ButtonLink look="main" href={`${checkPath(base)}#submit`} onClick={go}>
              {t("submit")}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}
