"use client";

import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { NotPastedList } from "@/components/entry/paste/not-pasted-list";
import { Announcer } from "@/components/entry/sheet/announcer";
import { useUnsent } from "@/components/entry/sheet/unsent-of-report";
import { cellAtRest } from "@/components/entry/state/cell-state";
import { EntryProvider, type EntrySession } from "@/components/entry/state/entry-session";
import { Standing, standingOf } from "@/components/entry/state/standing";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { ChangeLog } from "@/components/entry/undo/change-log";
import { keptFields } from "@/components/offline/kept-pages";
import { AloudText, sayNext, silent } from "@/components/ui/aloud";
import { useReadAnew } from "@/components/ui/use-read-anew";
import type { Messages } from "@/lib/i18n/messages";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { MendAnswer } from "./mend-answer";
import { useMendPlace } from "./mend-context";
import { MendFields } from "./mend-fields";
import { type Reading, readUntilGot } from "./read-until-got";

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

type Answer = Omit<MendAnswer, "settled">;

/** As it was when the report was kept, which is as old as the page around it. */
async function keptAnswer(base: string, code: string): Promise<Answer | null> {
  const kept = await keptFields(base);
  const indicator = kept?.indicators.find((each) => each.code === code);
  return kept && indicator ? { ...kept, indicator } : null;
}

/**
 * An indicator as it is now, or without a line as the browser kept it, read again where a new page says that it changed;
 * what couldn't be read is tried again with each new page, and when the line is back.
 * @param stamps of the page's indicators (`stampOf`), others with each page
 * @returns null while it is being read, and "failed" where the server gave nothing
 */
function useMendAnswer(
  { userId, plan, unit, period }: Owner,
  code: string,
  { base, locale, stamps }: { base: string; locale: string; stamps: Readonly<Record<string, string>> },
): Answer | "failed" | null {
  const [answer, setAnswer] = useState<Answer | "failed" | null>(null);
  const stamp = stamps[code] ?? "";
  const reading = useRef<Reading>(null);
  // Before what follows: what is begun with this page isn't asked for twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is another
  useEffect(() => reading.current?.again(), [stamps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is asked for again
  useEffect(() => {
    let isRefused = false;
    const begun = readUntilGot(
      async (signal) => {
        isRefused = false;
        const response = await fetch(`/api/reports/${plan}/${unit}/${period}/indicators/${code}?locale=${locale}`, {
          headers: madeFor(userId),
          signal,
        });
        isRefused = response.status < 500;
        if (!response.ok) throw new Error(`${response.status}`);
        setAnswer(await response.json());
      },
      // What is shown already goes on being right enough to be typed in.
      async () => {
        // To whoever is refused it now, nothing is shown that was told before.
        const kept = isRefused ? null : await keptAnswer(base, code);
        setAnswer((before) => (before === null || before === "failed" ? (kept ?? "failed") : before));
      },
    );
    reading.current = begun;
    window.addEventListener("online", begun.again);
    return () => {
      window.removeEventListener("online", begun.again);
      begun.stop();
    };
  }, [userId, plan, unit, period, code, base, locale, stamp]);
  return answer;
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
