import { useTranslations } from "next-intl";
import { DecisionList, DueDecisions } from "@/components/meetings/decision-list";
import { SaidList } from "@/components/meetings/said-list";
import { MeetingPart } from "@/components/results/meetings/meeting-part";
import type { TranslatorOf } from "@/lib/i18n/messages";
import {
  newObservationPath,
  planPath,
  publicDecisionPath,
  publicMeetingPath,
  publicObservationsPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { queryOfObservations } from "@/lib/schemas/addresses/observations-filter";
import type { MeetingPageView } from "@/lib/views/commitments/meeting-view";

interface Props {
  view: MeetingPageView;
  t: TranslatorOf<"meetings">;
  locale: Locale;
}

/** What it decided, and what it was told of earlier decisions and of all else that was said to governments. */
export function MeetingDecisions({ view: { plan, decisions, observed, due, saidDue }, t, locale }: Props) {
  const root = planPath(locale, plan.code);
  // What waits to be told stands in the papers, and on the pages of what was said.
  const told = saidDue.filter((each) => each.told !== null);
  return (
    <>
      {decisions.length > 0 && (
        <MeetingPart id="decisions" title={t("decisions")}>
          <DecisionList
            {...{ decisions, locale }}
            meetingHref={(code) => publicMeetingPath(root, code)}
            linkOf={({ code, isTakenDown }) => (
              <Observed {...{ root, code }} count={observed[code] ?? 0} takesMore={!isTakenDown} />
            )}
          />
        </MeetingPart>
      )}
      {due.length > 0 && (
        <MeetingPart id="due" title={t("due")}>
          <p className="note">{t("dueNote")}</p>
          <DueDecisions {...{ due, locale }} decisionHref={(decision) => publicDecisionPath(root, decision)} />
        </MeetingPart>
      )}
      {told.length > 0 && (
        <MeetingPart id="said" title={t("said.title")}>
          <p className="note">{t("said.toldNote")}</p>
          <SaidList said={told} {...{ locale, root }} />
        </MeetingPart>
      )}
    </>
  );
}

/** How many observations are public about a decision, and where one is added; of what was taken down none is taken any more. */
function Observed({ root, code, count, takesMore }: { root: string; code: string; count: number; takesMore: boolean }) {
  const t = useTranslations("publicObservations");
  return (
    <>
      {count > 0 && (
        <p>
          <a href={`${publicObservationsPath(root)}${queryOfObservations({ about: code })}`}>
            {t("ofDecision", { count })}
          </a>
        </p>
      )}
      {takesMore && (
        <p className="add">
          <a href={newObservationPath(root, { decision: code })}>{t("addAbout", { code })}</a>
        </p>
      )}
    </>
  );
}
