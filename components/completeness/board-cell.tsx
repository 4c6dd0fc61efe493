import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { reportPath, reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CompletenessReport, CompletenessView } from "@/lib/views/periods/completeness-view";
import { RemindCommand } from "./remind-command";

/** How a report stands for whoever waits for it. */
type BoardState = "notBegun" | "draft" | "submitted" | "returned" | "approved" | "closed";

const looks: Record<BoardState, { tone: TagTone; icon: IconName }> = {
  notBegun: { tone: "plain", icon: "file" },
  draft: { tone: "blue", icon: "pencil" },
  submitted: { tone: "blue", icon: "arrowRight" },
  returned: { tone: "amber", icon: "undo" },
  approved: { tone: "plain", icon: "check" },
  closed: { tone: "plain", icon: "lock" },
};

/** A draft of a period that takes no more reports is neither awaited nor late. */
function boardState({ state, answered, lock }: Pick<CompletenessReport, "state" | "answered" | "lock">): BoardState {
  if (state !== "draft") return state;
  if (lock === "periodClosed" || lock === "periodLocked") return "closed";
  return answered === 0 ? "notBegun" : "draft";
}

function ReportStateTag({ state, word }: { state: BoardState; word: string }) {
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone}>
      <Icon name={icon} /> {word}
    </Tag>
  );
}

/** One report: how it stands, how much of it is answered, how late it is, and whether somebody is to be reminded. */
export function BoardCell({
  view,
  report,
  root,
  shown,
  remind,
}: {
  view: CompletenessView;
  report: CompletenessReport;
  root: string;
  /** The period of which the page tells more; empty for none. */
  shown: string;
  remind: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("completeness");
  const locale = useLocale();
  const { day, number, period: nameOf } = formatsOf(locale);
  const moments = useMoments();
  const { answered, total, due, dueOn, reminded } = report;
  const state = boardState(report);
  const period = view.periods.find(({ code }) => code === report.period)!;
  const unit = view.units.find(({ code }) => code === report.unit)!;
  const about = t("report", { unit: unit.name, period: nameOf(period) });
  const isAwaited = state === "notBegun" || state === "draft" || state === "returned";
  const href = report.leadsTo === "review" ? reviewPath(root, report) : reportPath(root, report);
  return (
    <>
      <a href={href}>
        <ReportStateTag state={state} word={t("state", { state })} />
        <span className="vh"> ({about})</span>
      </a>
      <span className="block">{t("answered", { part: number(answered), all: number(total) })}</span>
      {isAwaited &&
        (due.state === "overdue" ? (
          <span className="block">
            <Tag tone="red">{t("overdue", { days: due.days })}</Tag>
          </span>
        ) : (
          <span className="unit block">{t("due", { day: day(dueOn) })}</span>
        ))}
      {isAwaited && reminded && (
        <span className="unit block">
          {t(reminded.isToday ? "remindedToday" : "reminded", { day: moments.day(reminded.at) })}
        </span>
      )}
      {report.remind && !reminded?.isToday && (
        <RemindCommand
          place={{ plan: view.plan.code, unit: report.unit, period: report.period, locale, shown }}
          label={t("remind", { audience: report.remind })}
          {...{ about }}
          action={remind}
        />
      )}
    </>
  );
}
