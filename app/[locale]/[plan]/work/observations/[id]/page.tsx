import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { FollowedUp } from "@/components/meetings/followed-up";
import { ForgetDone } from "@/components/observations/kept/forget-done";
import { ObservationFacts } from "@/components/observations/observation-facts";
import { ObservationRounds } from "@/components/observations/observation-rounds";
import { Standing } from "@/components/observations/standing";
import { Notice } from "@/components/ui/notice";
import { sourceFileLimits } from "@/lib/domain/source-file";
import { placePath, planPath, workObservationPath, workObservationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { observationFileRefusals, typedTitleCookie } from "@/lib/schemas/commitments/observation-file-form";
import { youngWords } from "@/lib/schemas/commitments/young-words";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import type { FileOutcome } from "./observation-files";
import { ObservationForms } from "./observation-forms";

/** What an address may say was done just now. */
const outcomes = [
  "saved",
  "submitted",
  "recalled",
  "passed",
  "sentBack",
  "drafted",
  "replied",
  "again",
  "dropped",
  "ended",
  "takenDown",
  "takenDownKept",
  "opened",
  "validity",
  "keyAction",
  "removed",
  "told",
];

/** What became of the file that was sent last, as the address says; the title that was refused with it comes in a cookie. */
async function fileOutcomeOf(said: string | string[] | undefined): Promise<FileOutcome> {
  if (said === "added" || said === "removed") return said;
  const code = observationFileRefusals.find((refusal) => refusal === said);
  if (!code) return null;
  const typed = (await cookies()).get(typedTitleCookie)?.value ?? "";
  const title = cleanText(typed).slice(0, sourceFileLimits.name);
  if (code !== "unsafeWords" && code !== "youngPersonNamed")
    return { code, title, args: { limit: sourceFileLimits.name } };
  const problem = code === "unsafeWords" ? unsafeWords(title) : youngWords(title);
  // Read again in another tab, it isn't what was refused.
  return problem ? { code, title, args: problem.args } : { code: "titleMissing", title, args: {} };
}

export default async function ObservationPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string; id: string }>;
  searchParams: Promise<Record<"done" | "file", string | string[] | undefined>>;
}) {
  const { locale, plan, id: asked } = await params;
  const { done: said, file } = await searchParams;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(workObservationPath(root, id.data));
  const view = await observationForWork(actor, plan, id.data, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("observations"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const { may, number, unit, period, rounds } = view;
  const title = number === null ? t("one.draftTitle") : t("name", { number });
  const done = outcomes.find((outcome) => outcome === said);
  const fileOutcome = await fileOutcomeOf(file);
  // What is being written stands in its form.
  const isWriting = may.write;
  const read = isWriting ? rounds.slice(0, -1) : rounds;
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["observations", "safety", "entry.table", "unit", "values.field", "values.text", "values.allowed"]}
    >
      {!isWriting && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("title"), href: workObservationsPath(root) },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead">{t("place", { unit: unit.name, period })}</p>
        {done && (
          <div className="mt-4">
            <Notice tone={done === "takenDownKept" ? "warning" : "ok"} live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        {/* Before the forms, which would put back what was sent; once of each version, for one form may be sent again. */}
        {done && <ForgetDone key={view.rowVersion} userId={actor.id} view={view} />}
        <div className="mt-4">
          <Standing view={view} root={root} />
        </div>
        <ObservationFacts view={view} root={root} isWriting={isWriting && view.round === 1} />
        <ObservationRounds view={view} rounds={read} />
        <FollowedUp followUps={view.followUps} locale={locale} root={root} />
        <ObservationForms {...{ actor, view, locale, title, root, fileOutcome }} />
      </main>
    </WorkFrame>
  );
}
