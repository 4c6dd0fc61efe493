"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { Hidden } from "@/components/ui/forms/hidden";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { MentionKind } from "@/lib/domain/reports/mention";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath, reportPath, reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { WorkMention } from "@/lib/views/work-view";

interface Props {
  mentions: readonly WorkMention[];
  /** Whether several units could be meant. */
  named: boolean;
  root: string;
  hidden: { plan: string; locale: string };
  action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What the reader was told of on indicators: what it says, where it is answered, and that they saw it. */
export function MentionList({ mentions, named, root, hidden, action }: Props) {
  const t = useTranslations("work.mentions");
  const personName = usePersonName();
  const { day } = useMoments();
  const { period: nameOf } = formatsOf(useLocale());
  if (mentions.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="mentions">
      <h2 id="mentions">{t("title")}</h2>
      <ul className="tasks">
        {mentions.map(({ kind, unit, period, indicator, body, at, by, count, last, isReadable }) => (
          <li key={`${kind} ${unit.code} ${period} ${indicator.code}`}>
            {isReadable ? (
              <a href={hrefOf(kind, root, { unit: unit.code, period }, indicator.code)}>
                <span className="code">{indicator.code}</span> {indicator.title}
              </a>
            ) : (
              <span>
                <span className="code">{indicator.code}</span> {indicator.title}
              </span>
            )}
            <p>
              {t("by", {
                kind,
                by: personName(by),
                day: day(at),
                period: nameOf(period),
                count,
                unit: named ? unit.name : "none",
              })}
            </p>
            {body !== "" && <p className="why wrap-anywhere whitespace-pre-line">{body}</p>}
            <SeenForm
              kind={kind}
              hidden={{
                ...hidden,
                unit: unit.code,
                period,
                indicator: indicator.code,
                kind,
                last: `${last}`,
              }}
              action={action}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function hrefOf(kind: MentionKind, root: string, report: { unit: string; period: string }, code: string): string {
  if (kind === "review") return `${reviewPath(root, report)}?tab=all#${code}`;
  return `${entryPath(reportPath(root, report), code)}${kind === "comment" ? "#comments" : ""}`;
}

function SeenForm({
  kind,
  hidden,
  action,
}: {
  kind: MentionKind;
  hidden: Record<string, string>;
  action: Props["action"];
}) {
  const t = useTranslations("work.mentions");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <Hidden hidden={hidden} />
      <Button type="submit" look="text" aria-disabled={sending} aria-label={t("of", { kind, code: hidden.indicator! })}>
        {t(sending ? "seeing" : "seen")}
      </Button>
    </form>
  );
}
