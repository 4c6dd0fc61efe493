import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PeriodPicker } from "@/components/results/period-picker";
import { ResultsPage } from "@/components/results/results-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import { filteredChanges, prepareChanges } from "@/lib/charts/prepare/prepare-changes";
import { formatsOf } from "@/lib/i18n/formats";
import { changesPath, periodPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { type ChangesFilter, changeDirections, queryOfChanges } from "@/lib/schemas/addresses/changes-filter";
import type { RegionalView } from "@/lib/views/regional-view";
import { ChangeGroups } from "./change-groups";

/** Every status that changed since the period before, as far as the reader asked for it. */
export async function ChangesPage({
  view,
  filter,
  locale,
}: {
  view: RegionalView;
  filter: ChangesFilter;
  locale: Locale;
}) {
  const t = await getTranslations("public.changes");
  const nav = await getTranslations("public.nav");
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  const query = queryOfChanges(filter);
  const period = formats.period(view.period);
  return (
    <ResultsPage
      locale={locale}
      plan={view.plan}
      place="overview"
      path={`${changesPath("", view.period.code)}${query}`}
    >
      <Breadcrumb
        crumbs={[
          { label: nav("overview"), href: periodPath(root, view.period.code) },
          { label: t("crumb"), href: null },
        ]}
      />
      <div className="head">
        <div>
          <h1>{view.previous ? t("title", { period: formats.period(view.previous) }) : t("pageTitle", { period })}</h1>
        </div>
        <PeriodPicker
          periods={view.periods}
          current={view.period.code}
          base={root}
          after={`/changes${query}`}
          locale={locale}
        />
      </div>
      {view.previous ? (
        <Changes view={view} filter={filter} action={changesPath(root, view.period.code)} locale={locale} />
      ) : (
        <div className="mt-5">
          <EmptyState title={t("noneBefore", { period })} />
        </div>
      )}
    </ResultsPage>
  );
}

function Changes({
  view,
  filter,
  action,
  locale,
}: {
  view: RegionalView;
  filter: ChangesFilter;
  action: string;
  locale: Locale;
}) {
  const t = useTranslations("public.changes");
  const { changes, ...counts } = prepareChanges(view);
  const shown = filteredChanges(changes, filter);
  return (
    <>
      <p className="note mt-3">
        {t("summary", counts)} {counts.redefined > 0 && t("redefined", { count: counts.redefined })}
      </p>
      <ChangesForm view={view} filter={filter} action={action} />
      <p className="note" role="status">
        {t("shown", { count: shown.length, all: changes.length })}
      </p>
      {shown.length === 0 ? (
        <div className="mt-4">
          <EmptyState title={t("noneFound")}>
            <p>
              <a href={action}>{t("showAll")}</a>
            </p>
          </EmptyState>
        </div>
      ) : (
        <ChangeGroups
          view={view}
          groups={changeDirections.map((direction) => shown.filter((change) => change.direction === direction))}
          locale={locale}
        />
      )}
    </>
  );
}

/** A plain form: the choice stands in the address, and works without a script. */
function ChangesForm({ view, filter, action }: { view: RegionalView; filter: ChangesFilter; action: string }) {
  const t = useTranslations("public.changes");
  return (
    <AddressForm className="change-filter" action={action} aria-label={t("filter")}>
      <Select
        id="direction"
        name="direction"
        label={t("direction")}
        empty={t("anyDirection")}
        defaultValue={filter.direction ?? ""}
        options={changeDirections.map((value) => ({ value, label: t(`word.${value}`) }))}
      />
      <Select
        id="goal"
        name="goal"
        label={t("goal")}
        empty={t("anyGoal")}
        defaultValue={filter.goal ?? ""}
        options={view.goals.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
      />
      <Select
        id="country"
        name="country"
        label={t("country")}
        empty={t("anyCountry")}
        defaultValue={filter.country ?? ""}
        options={view.countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button type="submit">{t("show")}</Button>
    </AddressForm>
  );
}
