import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DeleteForm } from "@/components/publication/delete-form";
import { naming } from "@/components/publication/publication-name";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isUnderWay } from "@/lib/domain/publication";
import { placePath } from "@/lib/i18n/paths";
import { WorkFrame } from "../../../../work-frame";
import { deletionOf, openPublication, type PublicationParams } from "../open-publication";

/** Asks for confirmation where there is no script to open a dialog. */
export default async function DeletePublicationPage({ params }: { params: PublicationParams }) {
  const opened = await openPublication(params, "/delete");
  if (!opened.publication.mayMake) notFound();
  const { locale, plan, root, here, actor, publication } = opened;
  const [t, common] = await Promise.all([getTranslations("publications"), getTranslations("common")]);
  const name = naming(t)(publication);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="publications" words={["publications.delete"]}>
      <title>{common("pageTitle", { title: t("delete.ask") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: placePath(root, "publications") },
            { label: name, href: here },
          ]}
        />
        <h1>{t("delete.ask")}</h1>
        <div className="narrow">
          {isUnderWay(publication.state) ? (
            <>
              <Notice tone="warning">
                <p>{t("delete.underWay")}</p>
              </Notice>
              <p className="mt-4">
                <a href={here}>{t("delete.back")}</a>
              </p>
            </>
          ) : (
            <DeleteForm
              subject={deletionOf(opened, name)}
              cancel={<ButtonLink href={here}>{common("cancel")}</ButtonLink>}
            />
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
