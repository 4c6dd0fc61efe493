import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  publicMeetingPath,
  recommendationPath,
  releasePath,
  workObservationPath,
  workPlatformReportPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { News, NewsView } from "@/lib/views/commitments/news-view";

/** "Your work" of whoever speaks to governments or sits in a delegation: what is new, each with the way to it. */
export function WhatIsNew({ view: { days, news }, root }: { view: NewsView; root: string }) {
  const t = useTranslations("work.news");
  const locale = useLocale() as Locale;
  const { day } = formatsOf(locale);
  const named = (title: string) => ({ name: () => <span lang={languageOf(title, locale)}>{title}</span> });
  function told(one: News): { href: string; words: ReactNode } {
    switch (one.kind) {
      case "replied":
        return {
          href: workObservationPath(root, one.id),
          words: t("replied", { unit: one.unit.name, number: one.number }),
        };
      case "recommendationAnswered":
        return {
          href: recommendationPath(root, one.id),
          words: t("recommendationAnswered", { unit: one.unit.name, number: one.number, answer: one.answer }),
        };
      case "actionsDone":
      case "actionsStopped":
        return {
          href: recommendationPath(root, one.id),
          words: t(one.kind, { unit: one.unit.name, number: one.number, count: one.count }),
        };
      case "observationActionsDone":
      case "observationActionsStopped":
        return {
          href: workObservationPath(root, one.id),
          words: t(one.kind, { unit: one.unit.name, number: one.number, count: one.count }),
        };
      case "pointsAnswered":
      case "pointActionsDone":
      case "pointActionsStopped":
        return {
          href: workPlatformReportPath(root, one.report),
          words: t(one.kind, { unit: one.unit.name, count: one.count, code: one.report.code }),
        };
      case "released":
        return { href: releasePath(root, one.code), words: t.rich("released", named(one.title)) };
      case "papersOut":
        return { href: publicMeetingPath(root, one.code), words: t.rich("papersOut", named(one.title)) };
      case "agreed":
        return {
          href: publicMeetingPath(root, one.code),
          words: t.rich("agreed", { count: one.count, ...named(one.title) }),
        };
    }
  }
  return (
    <section className="block first" aria-labelledby="news">
      <h2 id="news">{t("title")}</h2>
      {news.length === 0 ? (
        <p className="note mt-4">{t("none", { days })}</p>
      ) : (
        <>
          <p className="note">{t("lead", { days })}</p>
          <ul className="tasks">
            {news.map((one) => {
              const { href, words } = told(one);
              return (
                <li key={`${one.kind} ${href} ${one.on} ${"unit" in one ? one.unit.code : ""}`}>
                  <a className="wrap-anywhere" href={href}>
                    {words}
                  </a>
                  <p>{day(one.on)}</p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
