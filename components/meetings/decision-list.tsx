import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { DecisionView, DueDecision, ToldOfDecision } from "@/lib/views/commitments/decision-view";
import { DecisionActionList } from "./decision-actions";

/** What a meeting decided, with what later meetings were told of it. */
export function DecisionList({
  decisions,
  locale,
  meetingHref,
  linkOf,
  isOfToday = false,
}: {
  decisions: readonly DecisionView[];
  locale: Locale;
  /** The page of a meeting by its code. */
  meetingHref: ((code: string) => string) | null;
  /** Stands after a decision: where it is changed. */
  linkOf?: (decision: DecisionView) => ReactNode;
  /** Whether the page is made anew each day, and says which key actions are overdue. */
  isOfToday?: boolean;
}) {
  return (
    <ol className="decided">
      {decisions.map((decision) => (
        <li key={decision.textId} id={`D${decision.number}`}>
          <Decision decision={decision} locale={locale} />
          {decision.followUps.map((told) => (
            <p key={told.meeting} className="note wrap-anywhere">
              {meetingHref ? <a href={meetingHref(told.meeting)}>{told.meeting}</a> : told.meeting}:{" "}
              <Told told={told} locale={locale} />
            </p>
          ))}
          <DecisionActionList {...{ decision, locale, isOfToday }} />
          {linkOf?.(decision)}
        </li>
      ))}
    </ol>
  );
}

/** Decisions of earlier meetings, with what this one was told. */
export function DueDecisions({
  due,
  locale,
  decisionHref,
  linkOf,
  isOfToday = false,
}: {
  due: readonly DueDecision[];
  locale: Locale;
  decisionHref: (decision: DecisionView) => string;
  linkOf?: (decision: DecisionView) => ReactNode;
  isOfToday?: boolean;
}) {
  const t = useTranslations("meetings");
  return (
    <ol className="decided">
      {due.map(({ decision, told: said }) => (
        <li key={decision.textId}>
          <Decision decision={decision} locale={locale} href={decisionHref(decision)} />
          <p className="wrap-anywhere">
            <b>{said === null ? t("notTold") : <Told told={said} locale={locale} />}</b>
          </p>
          <DecisionActionList {...{ decision, locale, isOfToday }} />
          {linkOf?.(decision)}
        </li>
      ))}
    </ol>
  );
}

/** How it stands, and what was said of it, in the language of those words; or that they were taken down. */
export function Told({ told: { status, body, isEmptied }, locale }: { told: ToldOfDecision; locale: Locale }) {
  const t = useTranslations("meetings");
  return (
    <>
      {t(`followUpStatus.${status}`)}
      {(isEmptied || body !== "") && ". "}
      {isEmptied ? t("takenDown") : <span lang={languageOf(body, locale)}>{body}</span>}
    </>
  );
}

function Decision({ decision, locale, href }: { decision: DecisionView; locale: Locale; href?: string }) {
  const t = useTranslations("meetings");
  const { day, year, units: listed } = formatsOf(locale);
  const { code, kind, body, isTakenDown, dueOn, priority, extendedTo } = decision;
  const addressed = [...decision.units.map(({ name }) => name), ...decision.organisations];
  const facts = [
    priority
      ? t("priorityOf", {
          year: year(`${priority.year}-07-01`),
          nodes: listed(priority.nodes.map((node) => node.code)),
        })
      : extendedTo !== null
        ? t("extendedTo", { day: day(extendedTo) })
        : t(`decisionKind.${kind}`),
    addressed.length === 0 ? t("toAll") : t("toUnits", { units: listed(addressed) }),
    dueOn === null ? t("dueNext") : t("dueBy", { day: day(dueOn) }),
  ];
  return (
    <>
      <p className="kicker">
        {href ? <a href={href}>{code}</a> : code} · {facts.join(" · ")}
      </p>
      {isTakenDown ? (
        <p className="note">{t("takenDown")}</p>
      ) : (
        <p className="said" lang={languageOf(body, locale)}>
          {body}
        </p>
      )}
    </>
  );
}
