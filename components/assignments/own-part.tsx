"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { Hidden } from "@/components/ui/forms/hidden";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { useMoments } from "@/lib/i18n/use-moments";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { HandBackView, OwnPartView } from "@/lib/views/assignment-view";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
interface Props {
  part: OwnPartView;
  hidden: Record<string, string>;
  actions: { handBack: Action; takeBack: Action };
}

/** A contributor's own part of the report: handing it back, or that it stands handed back. */
export function OwnPart({ part, hidden, actions }: Props) {
  const t = useTranslations("assignments.handBack");
  const { handBack, mayHandBack } = part;
  if (!handBack && !mayHandBack) return null;
  const isStanding = handBack !== null && handBack.askedAgain === null;
  return (
    <section className="block" id="hand-back" aria-labelledby="hand-back-title">
      <h2 id="hand-back-title">{t("title")}</h2>
      {handBack?.askedAgain && <AskedAgain askedAgain={handBack.askedAgain} />}
      {isStanding && <Standing handBack={handBack} />}
      {mayHandBack && (isStanding ? <TakeBackForm {...{ hidden }} action={actions.takeBack} /> : null)}
      {mayHandBack && !isStanding && <HandBackForm {...{ part, hidden }} action={actions.handBack} />}
    </section>
  );
}

function AskedAgain({ askedAgain: { at, by, reason } }: { askedAgain: NonNullable<HandBackView["askedAgain"]> }) {
  const t = useTranslations("assignments.handBack");
  const { moment } = useMoments();
  return (
    <Notice tone="warning" title={t("notYetTitle", { by })}>
      <p>{t("notYetAt", { at: moment(at) })}</p>
      <p className="wrap-anywhere whitespace-pre-line">{reason}</p>
    </Notice>
  );
}

function Standing({ handBack: { at, left, comment, changedSince } }: { handBack: HandBackView }) {
  const t = useTranslations("assignments.handBack");
  const { moment } = useMoments();
  return (
    <>
      <p>
        {t("standing", { at: moment(at) })} {t("standingLeft", { left })} {changedSince && t("changedOwn")}
      </p>
      {comment !== "" && <p className="why wrap-anywhere whitespace-pre-line">{comment}</p>}
    </>
  );
}

function HandBackForm({ part, hidden, action }: { part: OwnPartView; hidden: Props["hidden"]; action: Action }) {
  const t = useTranslations("assignments.handBack");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary, errorOf } = useProblems(state);
  const { total, left, handBack } = part;
  return (
    <form action={send} noValidate className="remark">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <Hidden hidden={hidden} />
      <p>{t("lead", { total, left })}</p>
      <Textarea
        id="comment"
        name="comment"
        rows={3}
        maxLength={longestRemark}
        label={t("comment")}
        hint={t("commentHint", { left })}
        error={errorOf("comment")}
        defaultValue={enteredOr(state, "comment")}
      />
      <LookedAtBox state={state} />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("working") : t(handBack ? "confirmAgain" : "confirm")}
        </Button>
      </div>
    </form>
  );
}

function TakeBackForm({ hidden, action }: { hidden: Props["hidden"]; action: Action }) {
  const t = useTranslations("assignments.handBack");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <Hidden hidden={hidden} />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {sending ? t("working") : t("takeBack")}
        </Button>
      </div>
    </form>
  );
}
