"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { dockId, useFocusInView } from "@/components/layout/use-focus-in-view";
import { summaryOf } from "@/components/review/answers/choice";
import { answersFormId } from "@/components/review/answers/kept-choice";
import type { SaveState } from "@/components/review/answers/saved-answers";
import { useAnswers } from "@/components/review/answers/use-answers";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { NamedPerson } from "@/lib/views/report-view";
import type { Approval, FormAction, TransitionSubject } from "./transition";
import { TransitionForm } from "./transition-form";

type Asked = "return" | "approve";
type Act = Asked | "leave";

/**
 * How the answers stand, and the decisions about the whole report. The filled button is the one that the answers imply. Without
 * a script the buttons send the answers and lead to the page that asks for confirmation.
 */
export function ReviewDock({
  subject,
  shown,
  listHref,
  actions,
  approval,
}: {
  subject: TransitionSubject;
  /** Codes of the indicators on this page; null: all. */
  shown: readonly string[] | null;
  listHref: string;
  actions: Record<Asked, FormAction>;
  approval: Approval;
}) {
  const t = useTranslations("review.dock");
  const common = useTranslations("common");
  const toldAnswers = useTranslations("review.answers");
  const { choices, counted, states, left, flush, people, askPeople, named, namedSeen, askNow, over } = useAnswers();
  useFocusInView();
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Their forms, once they were opened: what was typed stays in them. */
  const [opened, setOpened] = useState<readonly Asked[]>([]);
  /** How often what an approval would change was looked at again: its form begins anew then. */
  const [looks, setLooks] = useState(0);
  /** What was asked for and couldn't be done, for not everything is stored. */
  const [held, setHeld] = useState<{ act: Act } | null>(null);
  const wayThere = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (held) wayThere.current?.focus();
  }, [held]);
  const answers = summaryOf(counted);
  const { accepted, queries, undecided } = answers;
  const isShown = (code: string) => shown?.includes(code) ?? true;
  const next = undecided.find(isShown) ?? undecided[0];
  const causeOfCode = (code: string) => (left[code] ? "theirs" : causeOf(states[code]));
  const unsaved = Object.keys(choices).filter((code) => left[code] || typeof states[code] === "object");
  // What a person has to say comes before what is sent again by itself.
  const firstUnsaved = unsaved.find((code) => causeOfCode(code) === "theirs") ?? unsaved[0];
  if (held && firstUnsaved === undefined) setHeld(null);
  const hrefOf = (code: string) => (isShown(code) ? `#${code}` : `${subject.here}?tab=all#${code}`);
  const implied = queries.length > 0 ? "return" : undecided.length === 0 ? "approve" : null;
  const ofUnit = (namedIn: (code: string) => readonly NamedPerson[]) =>
    queries.flatMap(({ code }) =>
      namedIn(code).flatMap(({ id, name, reviews }) => (reviews ? [] : [{ code, person: id, name }])),
    );
  /** Stores what waits. Where that can't be, it is told what holds the act up, and the focus is on the way there. */
  const isAllStored = async (act: Act) => {
    // Whoever leaves finds what another decision met in this browser again; a decision on the report would go without it.
    const isAll = (await flush()) && (act === "leave" || Object.keys(left).length === 0);
    setHeld(isAll ? null : { act });
    return isAll;
  };
  const ask = (transition: Asked) => async (event: MouseEvent) => {
    event.preventDefault();
    if (!(await isAllStored(transition))) return;
    // Before its form is drawn: what the browser kept of it is put back into boxes that stand.
    if (transition === "return" && queries.length > 0) await askPeople();
    setOpened((opened) => [...opened, transition]);
    setAsked(transition);
  };
  const seeChanged = () => {
    setAsked(null);
    setLooks((looks) => looks + 1);
  };
  const leave = async (event: MouseEvent) => {
    event.preventDefault();
    if (await isAllStored("leave")) window.location.assign(listHref);
  };
  return (
    <section id={dockId} className="dock" aria-label={t("label")}>
      <div className="wrap">
        <b>{t("counts", { accepted, queries: queries.length, undecided: undecided.length })}</b>
        {firstUnsaved !== undefined && (
          <div key={held ? "held" : "told"} {...(held && { className: "held", role: "alert" })}>
            {held && <p>{t("held", { act: held.act, cause: causeOfCode(firstUnsaved) })}</p>}
            <a ref={wayThere} className="warnlink" href={hrefOf(firstUnsaved)}>
              <Icon name="warning" />
              {t("unsaved", { code: firstUnsaved, count: unsaved.length })}
            </a>
          </div>
        )}
        {firstUnsaved === undefined && next !== undefined && over === null && (
          <a className="warnlink" href={hrefOf(next)}>
            <Icon name="warning" />
            {t("first", { code: next })}
          </a>
        )}
        <div className="end">
          <button
            type="submit"
            form={answersFormId}
            name="next"
            value="leave"
            className="btn btn-text quiet"
            onClick={leave}
          >
            {t("leave")}
          </button>
          {over !== null && <a href={subject.here}>{toldAnswers("isOver")}</a>}
          {over === null &&
            (["return", "approve"] as const).map((transition) => (
              <Button
                key={transition}
                type="submit"
                form={answersFormId}
                name="next"
                value={transition}
                look={implied === transition ? "main" : "plain"}
                aria-haspopup="dialog"
                onClick={ask(transition)}
              >
                {t(transition, { queries: queries.length })}
              </Button>
            ))}
        </div>
      </div>
      {(["return", "approve"] as const).map((transition) => (
        <Dialog
          key={transition}
          open={asked === transition}
          onClose={() => setAsked(null)}
          title={t("ask", { transition, unit: subject.unit })}
          titleId={`ask-${transition}`}
        >
          {opened.includes(transition) && (
            <TransitionForm
              key={looks}
              transition={transition}
              subject={{
                ...subject,
                people,
                named: ofUnit((code) => named[code] ?? []),
                seen: ofUnit(namedSeen),
              }}
              onPeopleChanged={askPeople}
              onAnswersChanged={askNow}
              onEnded={askNow}
              opening={opened.length}
              answers={answers}
              action={actions[transition]}
              cancel={<Button onClick={() => setAsked(null)}>{common("cancel")}</Button>}
              onFollow={() => setAsked(null)}
              {...(transition === "approve" && { approval, onSeeChanged: seeChanged })}
            />
          )}
        </Dialog>
      ))}
    </section>
  );
}

/** Why an answer isn't stored, as far as it is said from afar. */
const causeOf = (state: SaveState | undefined): "theirs" | "offline" | "over" | "other" => {
  if (typeof state !== "object") return "other";
  if (state.theirs) return "theirs";
  return state.problem === null ? "offline" : state.again ? "other" : "over";
};
