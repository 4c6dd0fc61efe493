import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ForumForm } from "@/components/youth/forum-form";
import { languageOf } from "@/lib/i18n/language-of";
import { forumPath, placePath, planPath, recommendationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { forumForm } from "@/lib/server/queries/youth-forum/forum-form";
import { describeForumAction } from "../../forum-actions";

/** Who came to a forum, and who answers for them. */
export default async function ForumPage({
  params,
}: {
  params: Promise<{ locale: string; plan: string; meeting: string }>;
}) {
  const { locale, plan, meeting: asked } = await params;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !id.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const here = forumPath(root, id.data);
  const actor = await requireActor(here);
  const view = await forumForm(actor, plan, id.data, { locale });
  if (view === null) notFound();
  const [t, work] = await Promise.all([getTranslations("youth"), getTranslations("auth.nav")]);
  const title = t("forum.title");
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["observations.form", "youth"]}>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("work.title"), href: recommendationsPath(root) },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead" lang={languageOf(view.meeting.title, locale)}>
          {view.meeting.title}
        </p>
        <div className="narrow mt-5">
          <ForumForm
            {...{ title, view, here }}
            hidden={{ locale, plan, meeting: id.data, rowVersion: view.rowVersion }}
            action={ofPage(actor, describeForumAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
