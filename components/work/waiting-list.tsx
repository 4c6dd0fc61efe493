import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WaitingReport } from "@/lib/views/work-view";

/** Submitted reports that the actor may decide about, the longest waiting first. */
export function WaitingList({ waiting, root }: { waiting: readonly WaitingReport[]; root: string }) {
  const t = useTranslations("work");
  const personName = usePersonName();
  const { day, moment } = useMoments();
  const { period: nameOf } = formatsOf(useLocale());
  return waiting.map(({ unit, period, submittedAt, submittedBy, answered, total, isOwn }) => (
    <li key={`${unit.code} ${period.code}`}>
      <a href={reviewPath(root, { unit: unit.code, period: period.code })}>
        {t("report", { named: "yes", unit: unit.name, period: nameOf(period) })}
      </a>
      <Tag tone="amber">{t("waitingSince", { day: day(submittedAt) })}</Tag>
      <p>
        {t("submittedBy", { at: moment(submittedAt), by: personName(submittedBy) })}{" "}
        {t("answered", { answered, total })}
      </p>
      {isOwn && <p className="why">{t("own")}</p>}
    </li>
  ));
}
