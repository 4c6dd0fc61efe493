import { useLocale, useTranslations } from "next-intl";
import { useSubjectWords } from "@/components/observations/subject-words";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { formatsOf } from "@/lib/i18n/formats";
import { workObservationPath } from "@/lib/i18n/paths";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { ListedObservation } from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";
import { ObservationRows } from "./observation-rows";
import { stateKey, stateTone } from "./observation-state";
import { correctionTold } from "./told-line";

/** The observations that somebody may read, first those that wait for them. */
export function ObservationTable({
  listed,
  root,
  asked,
}: {
  listed: readonly ListedObservation[];
  root: string;
  asked: TableView;
}) {
  const t = useTranslations("observations");
  const subjects = useSubjectWords();
  const locale = useLocale();
  const { day, period: nameOf } = formatsOf(locale);
  const table = useTableLabels({
    find: t("list.find"),
    found: t.raw("list.found"),
    foundNone: t("list.foundNone"),
    ownOrder: t("list.ownOrder"),
  });
  return (
    <ObservationRows
      observations={listed.map((observation) => {
        const { id, number, unit, period, subject, dueOn, daysOverdue, waiting, end, stage } = observation;
        // What was answered or is over is due no more.
        const isDue =
          end === null && dueOn !== null && (stage === "inSafetyCheck" || observation.response === "awaited");
        return {
          href: workObservationPath(root, id),
          name: t("name", { number: number ?? 0 }),
          place: t("place", { unit: unit.name, period: nameOf(period) }),
          subject: subjectText(subject, t("whole"), subjects),
          kind: t(`kind.${observation.kind}`),
          organisation: observation.organisation ?? t("notTold"),
          state: t(stateKey(observation)),
          tone: stateTone(observation),
          corrected: correctionTold(root, observation, t, day),
          dueOn: isDue ? dueOn : "",
          due: !isDue
            ? ""
            : daysOverdue > 0
              ? t("list.overdue", { days: daysOverdue })
              : t("list.dueBy", { day: day(dueOn) }),
          group: waiting === null ? ("others" as const) : ("waiting" as const),
        };
      })}
      labels={{
        caption: t("list.all"),
        about: t("head.about"),
        kind: t("head.kind"),
        due: t("head.due"),
        organisation: t("head.organisation"),
        state: t("head.state"),
        waiting: t("list.waiting"),
        others: t("list.others"),
        table,
      }}
      {...{ locale, asked }}
    />
  );
}
