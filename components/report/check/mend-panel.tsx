"use client";

import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useReducer, useState } from "react";
import { NotPastedList } from "@/components/entry/paste/not-pasted-list";
import { Announcer } from "@/components/entry/sheet/announcer";
import { useUnsent } from "@/components/entry/sheet/unsent-of-report";
import { cellAtRest } from "@/components/entry/state/cell-state";
import { EntryProvider, type EntrySession } from "@/components/entry/state/entry-session";
import { Standing, standingOf } from "@/components/entry/state/standing";
import { ChangeLog } from "@/components/entry/undo/change-log";
import { AloudText, sayNext, silent } from "@/components/ui/aloud";
import { useReadAnew } from "@/components/ui/use-read-anew";
import type { Messages } from "@/lib/i18n/messages";
import type { MendAnswer } from "./mend-answer";
import { useMendPlace } from "./mend-context";
import { MendFields } from "./mend-fields";
import { useMendAnswer } from "./use-mend-answer";

interface Props {
  code: string;
  /** Whether the hand still waits for its fields. */
  isWanted: () => boolean;
}

type Mending = NonNullable<ReturnType<typeof useUnsent>["mending"]>;

/** The fields of an indicator within the check: its cells, saved as in the sheet, and what can be said about them. */
export function MendPanel(props: Props) {
  const { mending } = useUnsent();
  return mending && <Read mending={mending} {...props} />;
}

function Read({ mending, code, isWanted }: Props & { mending: Mending }) {
  const t = useTranslations("entry.check");
  const place = useMendPlace();
  const answer = useMendAnswer(mending.owner, code, place);
  const { setAloud } = place;
  const words = answer !== null && answer !== "failed" ? answer.words : null;
  const { store } = mending;
  useEffect(() => {
    if (!words) return;
    setAloud(
      <WithWords words={words}>
        <Announcer store={store} />
      </WithWords>,
    );
  }, [words, store, setAloud]);
  if (answer === null) return <p className="mend note">{t("reading")}</p>;
  if (answer === "failed") return <p className="mend note">{t("unread")}</p>;
  return (
    <WithWords words={answer.words}>
      <Known {...{ answer, mending, isWanted }} />
    </WithWords>
  );
}

/** Their words came with the fields. */
function WithWords({ words, children }: { words: MendAnswer["words"]; children: ReactNode }) {
  const locale = useLocale();
  const page = useMessages();
  const all = useMemo(() => {
    const known: Record<string, object> = { ...page };
    for (const [namespace, own] of Object.entries(words)) known[namespace] = { ...own, ...known[namespace], ...own };
    return known as Partial<Messages>;
  }, [page, words]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}

function Known({
  answer: { indicator, dimensions, now },
  mending: { store, saver, owner },
  isWanted,
}: {
  answer: Omit<MendAnswer, "settled">;
  mending: Mending;
  isWanted: () => boolean;
}) {
  const { base, locale, forms } = useMendPlace();
  const { code, rules, cells } = indicator;
  const [said, say] = useReducer(sayNext, silent);
  // What is to be done is told by the page.
  const onCarried = useReadAnew();
  const [parts] = useState(() => ({
    changes: new ChangeLog({ store, keep: () => {}, saveElsewhere: () => false }),
    notPasted: new NotPastedList(null, owner),
    standing: new Standing(standingOf(null, [indicator])),
  }));
  const [isKnown, setKnown] = useState(store.knows(code));
  useEffect(() => {
    const atRest = Object.entries(cells).map(([cell, view]) => [cell, cellAtRest(rules, view)] as const);
    store.learn(code, rules, Object.fromEntries(atRest));
    saver.takeUp(code);
    // Where nobody types, what somebody else stored shows.
    for (const [cell, { savedAt, ...present }] of Object.entries(cells))
      store.dispatch({ indicator: code, cell }, { type: "learned", present: { ...present, savedAt }, at: savedAt });
    // And so does that somebody cleared it.
    for (const cell of Object.keys(store.all()[code] ?? {}))
      if (cells[cell] === undefined)
        store.dispatch({ indicator: code, cell }, { type: "learned", present: null, at: now });
    setKnown(true);
  }, [store, saver, code, rules, cells, now]);
  useEffect(
    () => saver.onAnswer((cell, event) => cell.indicator === code && parts.standing.heard(cell, event)),
    [saver, parts, code],
  );
  const { userId, plan, unit, period } = owner;
  const session = useMemo<EntrySession>(
    () => ({
      store,
      saver,
      ...parts,
      dimensions,
      base,
      period,
      now,
      userId,
      say,
      onCarried,
      unsay: () => {},
      // Of the forms of the sheet, these fields have the first two.
      forms: { ...forms, evidence: forms.comment, removeEvidence: forms.comment, takeOver: forms.comment },
      hidden: { plan, unit, period, locale },
    }),
    [store, saver, parts, dimensions, base, period, now, userId, onCarried, forms, plan, unit, locale],
  );
  return (
    isKnown && (
      <EntryProvider value={session}>
        <MendFields indicator={indicator} isWanted={isWanted} />
        <p role="status" className="note">
          <AloudText aloud={said} />
        </p>
      </EntryProvider>
    )
  );
}
