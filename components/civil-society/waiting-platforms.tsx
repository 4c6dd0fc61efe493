import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import { workPlatformPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import type { PlatformsWaitingView } from "@/lib/views/commitments/platform-view";

/** "Your work": reports of civil society platforms that wait for somebody, and the way to all. */
export function WaitingPlatforms({
  view: { own, toAgree, toAnswer, toPresent },
  root,
}: {
  view: PlatformsWaitingView;
  root: string;
}) {
  const t = useTranslations("civilSociety");
  const tasks = [
    ...toAnswer.map(({ points, ...of }) => ({ ...of, words: (code: string) => t("work.answer", { points, code }) })),
    ...toAgree.map((of) => ({ ...of, words: (code: string) => t("work.agree", { code }) })),
    ...toPresent.map((of) => ({ ...of, words: (code: string) => t("work.present", { code }) })),
  ];
  return (
    <section className="block first" aria-labelledby="platforms">
      <h2 id="platforms">{t("title")}</h2>
      {tasks.length === 0 ? (
        <p className="note mt-4">{t("work.nothing")}</p>
      ) : (
        <ul className="tasks">
          {tasks.map(({ unit, year, words }) => (
            <li key={`${unit} ${year}`}>
              <a href={workPlatformReportPath(root, { unit, year })}>{words(platformReportCode(unit, year))}</a>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {own.length === 1 && <ButtonLink href={workPlatformPath(root, own[0]!)}>{t("work.open")}</ButtonLink>}
        <ButtonLink href={workPlatformsPath(root)}>{t("work.all")}</ButtonLink>
      </div>
    </section>
  );
}
