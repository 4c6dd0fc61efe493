import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ToldLine } from "@/components/observations/told-line";
import { ResultsPage } from "@/components/results/results-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import { Table } from "@/components/ui/table";
import { observationKinds } from "@/lib/domain/commitments/observation";
import { languageOf } from "@/lib/i18n/language-of";
import {
  civilSocietyPath,
  feedPath,
  planPath,
  publicObservationPath,
  publicObservationsPath,
  youthForumPath,
} from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import {
  type ObservationsFilter,
  publicStates,
  queryOfObservations,
} from "@/lib/schemas/addresses/observations-filter";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { ObservationsPageView, PublicObservation } from "@/lib/views/commitments/public-observation";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import { type ObservationWords, observationWords } from "./observation-words";
import { spokenIn } from "./spoken-in";

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

/** So much of the words stands in a list. */
const BEGINNING = 240;

/** Public observations under each other: about what and whom, who says what, and the reply. */
function ObservationLines({
  observations,
  periods,
  words,
  root,
  locale,
}: {
  observations: readonly PublicObservation[];
  periods: readonly ResultsPeriod[];
  words: ObservationWords;
  root: string;
  locale: Locale;
}) {
  return (
    <ol className="observations">
      {observations.map((observation) => {
        const { number, said } = observation;
        const period = periods.find(({ code }) => code === observation.period)!;
        const subject = words.subject(observation);
        return (
          <li key={number}>
            <p className="kicker">
              {words.t("number", { number })} · {words.place(observation, period)}
              {said && ` · ${words.names(`kind.${said.kind}`)}`}
            </p>
            <h3>
              <a href={publicObservationPath(root, number)} lang={languageOf(subject, locale)}>
                {subject}
              </a>
            </h3>
            {said && (
              <p className="wrap-anywhere" lang={spokenIn(said.language, locale)}>
                {beginningOf(said.rounds[0]!.body, BEGINNING) || words.t("wordsTaken")}
              </p>
            )}
            {said?.shadow && (
              <p className="note">
                {words.t("beside.line", { title: words.t("beside.title"), value: words.shadow.inOneLine(said.shadow) })}
              </p>
            )}
            <p className="note">
              <ToldLine
                parts={[
                  ...(said ? [{ text: said.organisation ?? words.t("notNamed") }] : []),
                  ...words.standing(observation, root),
                ]}
              />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** A plain form: the choice stands in the address, and works without a script. */
function ObservationsForm({
  view,
  filter,
  action,
}: {
  view: ObservationsPageView;
  filter: ObservationsFilter;
  action: string;
}) {
  const t = useTranslations("publicObservations");
  const names = useTranslations("observations");
  return (
    <AddressForm className="filter-form" action={action} aria-label={t("filter")}>
      <Select
        id="country"
        name="country"
        label={t("unit")}
        empty={t("anyUnit")}
        defaultValue={filter.country ?? ""}
        options={view.units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        id="about"
        name="about"
        label={t("subject")}
        empty={t("anySubject")}
        defaultValue={filter.about ?? ""}
        options={view.subjects.map(({ code, title }) => ({
          value: code,
          label: t("subjectOf", { code, title }).trim(),
        }))}
      />
      <Select
        id="kind"
        name="kind"
        label={t("kind")}
        empty={t("anyKind")}
        defaultValue={filter.kind ?? ""}
        options={observationKinds.map((value) => ({ value, label: names(`kind.${value}`) }))}
      />
      <Select
        id="state"
        name="state"
        label={t("state")}
        empty={t("anyState")}
        defaultValue={filter.state ?? ""}
        options={publicStates.map((value) => ({ value, label: t(`stateWord.${value}`) }))}
      />
      <Button type="submit">{t("show")}</Button>
    </AddressForm>
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
