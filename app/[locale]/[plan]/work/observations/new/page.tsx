import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { keptNew } from "@/components/observations/kept/kept-places";
import { ObservationForm } from "@/components/observations/observation-form";
import { subjectWords } from "@/components/observations/subject-words";
import { WhichForm } from "@/components/observations/which-form";
import { formatsOf } from "@/lib/i18n/formats";
import { newObservationPath, placePath, planPath, workObservationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { observationForm } from "@/lib/server/queries/observations/observation-form";
import type { ObservationFormView } from "@/lib/views/commitments/observation-view";
import type { SubjectView } from "@/lib/views/commitments/subject-view";
import { subjectText } from "@/lib/views/commitments/subject-view";
import { addObservationAction } from "../actions";

export default async function NewObservation({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const query = await searchParams;
  const codeOf = (name: string) => {
    const code = query[name];
    return typeof code === "string" && code !== "" ? code : null;
  };
  const about = {
    unit: codeOf("unit"),
    period: codeOf("period"),
    indicator: codeOf("indicator"),
    node: codeOf("node"),
    decision: codeOf("decision"),
    narrative: codeOf("narrative"),
  };
  const given = Object.fromEntries(Object.entries(about).filter(([, code]) => code !== null));
  const actor = await requireActor(newObservationPath(root, given));
  const view = await observationForm(actor, plan, about, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("observations"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const title = t("form.newTitle");
  const back = workObservationsPath(root);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["observations", "entry.table", "unit", "values.field", "values.text", "values.allowed"]}
    >
      {view.about === null && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: back },
          ]}
        />
        <h1>{title}</h1>
        <div className="narrow mt-6">
          {view.about === null ? (
            <WhichForm view={view} back={back} />
          ) : (
            <>
              <AboutLine about={view.about} another={newObservationPath(root)} />
              <ObservationForm
                {...{ title, back }}
                {...{ about: view.about, shadowOf: view.about.shadowOf, clocks: view.clocks, here: null }}
                hidden={{
                  locale,
                  plan,
                  unit: view.about.unit.code,
                  period: view.about.period,
                  ...subjectOf(view.about.subject),
                }}
                said={{
                  kind: "",
                  basis: "",
                  body: "",
                  language: locale,
                  attribution: "",
                  visibility: "",
                  sources: [],
                  shadow: { typed: {}, parts: {}, method: "" },
                }}
                words={keptNew(actor.id, plan, view.about)}
                action={ofPage(actor, addObservationAction)}
              />
            </>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}

/** What the address chose; of the rest the form asks. */
const subjectOf = (subject: SubjectView): Record<string, string> =>
  subject.of === "unit" ? {} : { [subject.of]: subject.code };

async function AboutLine({ about, another }: { about: NonNullable<ObservationFormView["about"]>; another: string }) {
  const t = await getTranslations("observations");
  const period = formatsOf(await getLocale()).period(about.period);
  const subject = subjectText(about.subject, null, subjectWords(await getTranslations("country")));
  return (
    <p className="lead wrap-anywhere">
      {t("form.aboutOf", { unit: about.unit.name, period })}
      {subject && `: ${subject}`} <a href={another}>{t("form.another")}</a>
    </p>
  );
}
