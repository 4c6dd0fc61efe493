import { useLocale, useTranslations } from "next-intl";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { recommendationPath, recommendationsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { RecommendationWorkView } from "@/lib/views/commitments/recommendation-view";

/** "Your work": recommendations that wait for somebody, and what was answered to those of their organisation. */
export function WaitingRecommendations({ view, root }: { view: RecommendationWorkView; root: string }) {
  const t = useTranslations("youth");
  const rules = useTranslations("observations.rule");
  const locale = useLocale() as Locale;
  const { day } = formatsOf(locale);
  const { hasPart, mayRecommend, waiting, told } = view;
  if (!hasPart) return null;
  const name = (number: number | null) => (number === null ? t("state.draft") : t("number", { number }));
  return (
    <section className="block first" aria-labelledby="recommendations">
      <h2 id="recommendations">{t("waiting.title")}</h2>
      {waiting.length > 0 ? (
        <ul className="tasks">
          {waiting.map(({ id, number, waits, said, forum, sentBack }) => (
            <li key={id}>
              <a className="wrap-anywhere" href={recommendationPath(root, id)}>
                {t.rich("waiting.task", {
                  waits,
                  words: () => <span lang={spokenIn(said.language, locale)}>{said.body}</span>,
                })}
              </a>
              <Tag tone={waits === "putRight" ? "amber" : "blue"}>{t("waiting.tag", { waits })}</Tag>
              <p>{t("waiting.of", { forum, number: name(number) })}</p>
              {sentBack && (
                <p className="why wrap-anywhere whitespace-pre-line">
                  {rules(sentBack.rule)}
                  {sentBack.note !== "" && `\n${sentBack.note}`}
                </p>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="note mt-4">{t("waiting.nothing")}</p>
      )}
      {told.length > 0 && (
        <>
          <h3 className="mt-4">{t("waiting.toldTitle")}</h3>
          <ul className="tasks">
            {told.map(({ id, number, said, answered, all, lastOn }) => (
              <li key={id}>
                <a className="wrap-anywhere" href={recommendationPath(root, id)} lang={spokenIn(said.language, locale)}>
                  {said.body}
                </a>
                <p>
                  {[name(number), t("waiting.told", { answered, all, last: lastOn ? day(lastOn) : "none" })].join(
                    " · ",
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <ButtonLink look={mayRecommend ? "main" : "plain"} href={recommendationsPath(root)}>
          {t("waiting.all")}
        </ButtonLink>
      </div>
    </section>
  );
}
