import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { changeOrganisationAction } from "@/app/[locale]/organisations/actions";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { organisationEditPath, organisationPath, organisationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { organisationForm } from "@/lib/server/queries/organisations/organisation-of";

export default async function EditOrganisation({ params }: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id: asked } = await params;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !id.success) notFound();
  setRequestLocale(locale);
  const back = organisationPath(locale, id.data);
  const actor = await requireActor(organisationEditPath(back));
  const [view, t] = await Promise.all([organisationForm(actor, id.data, locale), getTranslations("organisations")]);
  if (view === null) notFound();
  const title = t("form.editTitle", { name: view.names[locale] ?? view.name });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["organisations"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: organisationsPath(locale) },
            { label: view.names[locale] ?? view.name, href: back },
          ]}
        />
        <h1>{title}</h1>
        <div className="narrow mt-6">
          <OrganisationForm {...{ title, view, locale, back }} action={ofPage(actor, changeOrganisationAction)} />
        </div>
      </main>
    </WorkFrame>
  );
}
