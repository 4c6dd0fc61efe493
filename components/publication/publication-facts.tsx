import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePersonName } from "@/components/people/person-name";
import { isUnderWay, regionCode } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import { nativeNames } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import type { PublicationBuilderView, PublicationView } from "@/lib/views/publication-view";

/** What was chosen, in words, and what became of it. */
export function PublicationFacts({
  publication,
  names,
}: {
  publication: PublicationView;
  names: PublicationBuilderView;
}) {
  const t = useTranslations("publications");
  const locale = useLocale();
  const { list } = formatsOf(locale);
  const personName = usePersonName();
  const { moment } = useMoments();
  const { settings, unitName, periodName, version, requestedAt, requestedBy, finishedAt } = publication;
  const { kind, unit, goal, countries, sections, language, isInternal, formats } = settings;
  const goalTitle = names.goals.find(({ code }) => code === goal)?.title ?? "";
  const chapters = names.countries.filter(({ code }) => countries.includes(code)).map(({ name }) => name);
  const facts: [label: string, fact: ReactNode][] = [
    [t("one.kind"), t("new.kindName", { kind })],
    [t("one.about"), unitName],
    ...(goal === null
      ? []
      : [[t("one.goal"), t("new.goalOption", { code: goal, title: goalTitle })] satisfies [string, ReactNode]]),
    [t("one.period"), periodName],
    ...(unit !== regionCode || chapters.length === 0
      ? []
      : [[t("one.countries"), list(chapters)] satisfies [string, ReactNode]]),
    [t("one.sections"), sections.map((section) => t("new.section", { section })).join("; ")],
    [
      t("one.language"),
      <span key="language" lang={language}>
        {nativeNames[language]}
      </span>,
    ],
    [t("one.values"), t(isInternal ? "one.valuesInternal" : "one.valuesPublic")],
    [t("one.formats"), formats.map((format) => t("new.formatName", { format })).join("; ")],
    // A release says which results they will be.
    ...(version === null && settings.release !== null
      ? []
      : [
          [t("one.version"), version === null ? t("one.versionNone") : t("one.versionOf", { version })] satisfies [
            string,
            ReactNode,
          ],
        ]),
    ...(publication.release === null
      ? []
      : [[t("one.release"), publication.release.title] satisfies [string, ReactNode]]),
    [t("one.requested"), t("one.requestedOf", { at: moment(requestedAt), by: personName(requestedBy) })],
    // While it is made again, an earlier end isn't its own.
    ...(finishedAt === null || isUnderWay(publication.state)
      ? []
      : [[t("one.finished"), moment(finishedAt)] satisfies [string, ReactNode]]),
  ];
  return (
    <section className="block" aria-labelledby="facts">
      <h2 id="facts">{t("one.facts")}</h2>
      <dl className="publication-facts">
        {facts.map(([label, fact]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
