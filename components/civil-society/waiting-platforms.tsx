import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { formatsOf } from "@/lib/i18n/formats";
import { workPlatformPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import type { PlatformsWaitingView } from "@/lib/views/commitments/platform-view";

interface Task {
  unit: string;
  year: number;
  words: (code: string) => string;
  /** Of answers alone. */
  dueOn?: IsoDate;
  isLate?: boolean;
}

/** "Your work": reports of civil society platforms that wait for somebody, and the way to all. */
export function WaitingPlatforms({
  view: { own, isWithoutReporter, mayWrite, toAgree, toAnswer, toPresent },
  root,
}: {
  view: PlatformsWaitingView;
  root: string;
}) {
  const t = useTranslations("civilSociety");
  const { day } = formatsOf(useLocale());
  const tasks: Task[] = [
    ...toAnswer.map(({ points, ...of }) => ({ ...of, words: (code: string) => t("work.answer", { points, code }) })),
    ...toAgree.map((of) => ({
      ...of,
      words: (code: string) => t("work.agree", { code, writes: mayWrite ? "yes" : "no" }),
    })),
    ...toPresent.map((of) => ({ ...of, words: (code: string) => t("work.present", { code }) })),
  ];
  return (
    <section className="block first" aria-labelledby="platforms">
      <h2 id="platforms">{t("title")}</h2>
      {tasks.length === 0 ? (
        <p className="note mt-4">{t("work.nothing")}</p>
      ) : (
        <ul className="tasks">
          {tasks.map(({ unit, year, words, dueOn, isLate }) => (
            <li key={`${unit} ${year}`}>
              <a href={workPlatformReportPath(root, { unit, year })}>{words(platformReportCode(unit, year))}</a>
              {dueOn && (
                <Tag tone={isLate ? "red" : "blue"}>
                  {t("work.answerBy", { late: isLate ? "yes" : "no", day: day(dueOn) })}
                </Tag>
              )}
            </li>
          ))}
        </ul>
      )}
      {isWithoutReporter && <p className="note mt-4">{t("work.noReporter")}</p>}
      <div className="actions">
        {own.length === 1 && <ButtonLink href={workPlatformPath(root, own[0]!)}>{t("work.open")}</ButtonLink>}
        <ButtonLink href={workPlatformsPath(root)}>{t("work.all")}</ButtonLink>
      </div>
    </section>
  );
}
