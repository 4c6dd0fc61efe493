import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AssignmentMatrix } from "@/components/assignments/assignment-matrix";
import { CopyForm } from "@/components/assignments/copy-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SegmentedLinks } from "@/components/ui/switches/segmented";
import { assignmentsPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { type AssigneeKind, assigneeKinds } from "@/lib/schemas/assignments/assignment-forms";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { assignmentMatrix } from "@/lib/server/queries/assignments/assignment-matrix";
import type { AssignmentView } from "@/lib/views/assignment-view";
import { WorkFrame } from "../../work-frame";
import { assignIndicatorsAction, copyAssignmentsAction } from "./actions";

type Query = Record<string, string | string[] | undefined>;

const textOf = (query: Query, name: string) => (typeof query[name] === "string" ? query[name].slice(0, 100) : "");

export default async function AssignmentsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Query>;
}) {
  const { locale, plan } = await params;
  const query = await searchParams;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(ownAddress(placePath(root, "assignments"), await searchParams));
  const by = assigneeKinds.find((kind) => kind === query.by) ?? "persons";
  const asked = { unit: textOf(query, "unit") || null, period: textOf(query, "period") || null, by };
  const view = await assignmentMatrix(actor, plan, asked, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("assignments.page"), getTranslations("common")]);
  const hidden = { plan, unit: view.unit.code, period: view.period.code, locale };
  const named = { unit: view.unit.name, period: view.period.name };
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="manage"
      words={["assignments.matrix", "assignments.copy"]}
    >
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <Places {...{ view, root }} />
        <section className="block first" aria-labelledby="who">
          <h2 id="who">{t("heading", named)}</h2>
          <p>{t("counts", { indicators: view.rows.length, unassigned: view.unassigned })}</p>
          {view.isLocked && (
            <Notice>
              <p>{t("locked")}</p>
            </Notice>
          )}
          {!view.isLocked && !view.mayAssign && <p className="hint">{t("readOnly", named)}</p>}
          {view.mayAssign && view.copy && (
            <CopyForm
              key={`${view.unit.code} ${view.period.code}`}
              copy={view.copy}
              hidden={hidden}
              action={ofPage(actor, copyAssignmentsAction)}
            />
          )}
          <Matrix {...{ view, by, named }}>
            <AssignmentMatrix
              key={`${view.unit.code} ${view.period.code} ${by}`}
              view={view}
              asked={{ find: textOf(query, "find"), goal: textOf(query, "goal"), show: textOf(query, "show") }}
              action={ofPage(actor, assignIndicatorsAction)}
            />
          </Matrix>
        </section>
      </main>
    </WorkFrame>
  );
}

/** The unit, the period, and whose columns: each a link, so that it stands in the address. */
async function Places({ view, root }: { view: AssignmentView; root: string }) {
  const t = await getTranslations("assignments.page");
  const here = { unit: view.unit.code, period: view.period.code, by: view.by };
  const to = (change: Partial<typeof here>) => assignmentsPath(root, { ...here, ...change });
  const kinds: [AssigneeKind, string][] = [
    ["persons", t("byPersons")],
    ["organisations", t("byOrganisations")],
  ];
  return (
    <div className="matrix-places">
      {view.units.length > 1 && (
        <SegmentedLinks
          label={t("units")}
          segments={view.units.map(({ code, name }) => ({ key: code, label: name, href: to({ unit: code }) }))}
          current={here.unit}
        />
      )}
      <SegmentedLinks
        label={t("periods")}
        segments={view.periods.map(({ code, name }) => ({ key: code, label: name, href: to({ period: code }) }))}
        current={here.period}
      />
      <SegmentedLinks
        label={t("columns")}
        segments={kinds.map(([key, label]) => ({ key, label, href: to({ by: key }) }))}
        current={here.by}
      />
    </div>
  );
}

/** The matrix, or why there is none. */
async function Matrix({
  view,
  by,
  named,
  children,
}: {
  view: AssignmentView;
  by: AssigneeKind;
  named: { unit: string };
  children: React.ReactNode;
}) {
  const t = await getTranslations("assignments.page");
  if (view.rows.length === 0) return <EmptyState title={t("noRows")} />;
  if (view.columns.length > 0) return children;
  return (
    <EmptyState title={t("noColumns", { by, ...named })}>
      <p>{t("noColumnsLead", { by })}</p>
    </EmptyState>
  );
}
