import { getTranslations } from "next-intl/server";
import { ResultsPage } from "@/components/results/results-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { civilSocietyPath, feedPath, planPath, publicObservationsPath, youthForumPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { type ObservationsFilter, queryOfObservations } from "@/lib/schemas/addresses/observations-filter";
import type { ObservationsPageView } from "@/lib/views/commitments/public-observation";
import { ObservationLines } from "./observation-lines";
import { type ObservationWords, observationWords } from "./observation-words";
import { ObservationsForm } from "./observations-form";

interface Props {
  view: ObservationsPageView;
  filter: ObservationsFilter;
  locale: Locale;
}

/** What civil society observes and governments reply, as far as the reader asked for it. */
export async function ObservationsPage({ view, filter, locale }: Props) {
  const words = await observationWords(locale);
  const youth = await getTranslations({ locale: spokenLocale(locale), namespace: "youth" });
  const civilSociety = await getTranslations({ locale: spokenLocale(locale), namespace: "civilSociety" });
  const { t } = words;
  const root = planPath(locale, view.plan.code);
  const isEmpty = view.total === 0 && queryOfObservations(filter) === "";
  return (
    <ResultsPage
      locale={locale}
      plan={view.plan}
      place="observations"
      path={`${publicObservationsPath("")}${queryOfObservations(filter)}`}
    >
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t("feedTitle", { plan: view.plan.title })}
        href={feedPath(root)}
      />
      <h1>{t("title")}</h1>
      <p className="lead">
        {t("lead")} {t("rule")}
      </p>
      <p className="mt-3">
        <a href={civilSocietyPath(root)}>{civilSociety("title")}</a> ·{" "}
        <a href={youthForumPath(root)}>{youth("title")}</a>
      </p>
      {isEmpty ? (
        <div className="mt-5">
          <EmptyState title={t("none")}>
            <p>{t("noneLead")}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <p className="note mt-3">{words.counts(view.counts)}</p>
          <List view={view} filter={filter} words={words} root={root} locale={locale} />
          <ByUnit view={view} words={words} root={root} />
          <p className="mt-5">
            <a href={feedPath(root)}>{t("feed")}</a>
          </p>
        </>
      )}
    </ResultsPage>
  );
}

function List({ view, filter, words, root, locale }: Props & { words: ObservationWords; root: string }) {
  const { t } = words;
  const action = publicObservationsPath(root);
  return (
    <section aria-labelledby="all-title">
      <h2 id="all-title" className="vh">
        {t("all")}
      </h2>
      <ObservationsForm view={view} filter={filter} action={action} />
      <p className="note" role="status">
        {t("shown", { count: view.found, all: view.total })}
      </p>
      {view.found === 0 ? (
        <div className="mt-4">
          <EmptyState title={t("noneFound")}>
            <p>
              <a href={action}>{t("showAll")}</a>
            </p>
          </EmptyState>
        </div>
      ) : (
        <ObservationLines {...{ ...view, words, root, locale }} />
      )}
      <Pages view={view} filter={filter} words={words} action={action} />
    </section>
  );
}

function Pages({
  view,
  filter,
  words: { t },
  action,
}: Omit<Props, "locale"> & { words: ObservationWords; action: string }) {
  const { page, pages } = view;
  if (pages === 1) return null;
  const hrefOf = (to: number) => `${action}${queryOfObservations({ ...filter, page: to === 1 ? null : String(to) })}`;
  return (
    <nav aria-label={t("pages")} className="meta">
      <span>{t("page", { page, pages })}</span>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {t("earlier")}
        </a>
      )}
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {t("later")}
        </a>
      )}
    </nav>
  );
}

/** In the plan's order, never by rank. */
function ByUnit({ view, words: { t }, root }: { view: ObservationsPageView; words: ObservationWords; root: string }) {
  return (
    <section className="block" aria-labelledby="units-title">
      <h2 id="units-title">{t("byUnit")}</h2>
      <p className="note">{t("byUnitNote")}</p>
      <Table
        caption={t("byUnit")}
        stack
        head={
          <>
            <th scope="col">{t("unit")}</th>
            <th scope="col" className="n">
              {t("replied")}
            </th>
            <th scope="col" className="n">
              {t("noReply")}
            </th>
            <th scope="col" className="n">
              {t("medianDays")}
            </th>
            <th scope="col" className="n">
              {t("correctedValues")}
            </th>
          </>
        }
      >
        {view.unitCounts.map(({ unit, counts: { said, replied, unanswered, medianDays, corrected } }) => (
          <tr key={unit.code}>
            <th scope="row">
              <a href={`${publicObservationsPath(root)}${queryOfObservations({ country: unit.code })}`}>{unit.name}</a>
            </th>
            <td className="n" data-name={t("replied")}>
              {t("part", { part: replied, whole: said })}
            </td>
            <td className="n" data-name={t("noReply")}>
              {t("part", { part: unanswered, whole: said })}
            </td>
            <td className="n" data-name={t("medianDays")}>
              {medianDays === null ? t("noMedian") : t("days", { count: medianDays })}
            </td>
            <td className="n" data-name={t("correctedValues")}>
              {t("values", { count: corrected })}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
