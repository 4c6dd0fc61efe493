import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { newOrganisationPath, organisationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { organisationForm } from "@/lib/server/queries/organisations/organisation-of";
import { WorkFrame } from "../../work-frame";
import { addOrganisationAction } from "../actions";

export default async function NewOrganisation({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(newOrganisationPath(locale));
  const [view, t] = await Promise.all([organisationForm(actor, null, locale), getTranslations("organisations")]);
  if (view === null) notFound();
  const title = t("form.newTitle");
  const back = organisationsPath(locale);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["organisations"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: back }]} />
        <h1>{title}</h1>
        <div className="narrow mt-6">
          <OrganisationForm {...{ title, view, locale, back }} action={ofPage(actor, addOrganisationAction)} />
        </div>
      </main>
    </WorkFrame>
  );
}
