import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DeleteCommand } from "@/components/publication/delete-command";
import { FailureText } from "@/components/publication/failure-text";
import { MakingProgress } from "@/components/publication/making-progress";
import { PublicationFacts } from "@/components/publication/publication-facts";
import { PublicationFiles } from "@/components/publication/publication-files";
import { naming } from "@/components/publication/publication-name";
import { PublicationStateTag } from "@/components/publication/publication-state";
import { PublicationTransitions } from "@/components/publication/publication-transitions";
import { Readership } from "@/components/publication/readership";
import { Notice } from "@/components/ui/notice";
import { isUnderWay } from "@/lib/domain/publication";
import { newPublicationPath, placePath } from "@/lib/i18n/paths";
import { nativeNames } from "@/lib/i18n/routing";
import { queryOfSettings } from "@/lib/schemas/publications/publication-query";
import { ofPage } from "@/lib/server/action";
import { publicationBuilder } from "@/lib/server/queries/publications/publication-builder";
import { WorkFrame } from "../../../work-frame";
import { cancelPublicationAction, makePublicationAgainAction } from "../actions";
import { deletionOf, openPublication, type PublicationParams } from "./open-publication";

const EVERY_MS = 1_000;

export default async function PublicationPage({ params }: { params: PublicationParams }) {
  const opened = await openPublication(params);
  const { locale, plan, id, root, here, actor, publication } = opened;
  // Its settings are codes; the builder has their names.
  const names = await publicationBuilder(actor, plan, locale);
  if (!names) notFound();
  const [t, common] = await Promise.all([getTranslations("publications"), getTranslations("common")]);
  const name = naming(t)(publication);
  const { settings, mayMake, state, step, percent, version, files } = publication;
  const underWay = isUnderWay(state);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="publications"
      words={["publications.delete", "publications.transition", "publications.progress"]}
    >
      <title>{common("pageTitle", { title: name })}</title>
      <main id="main" className="wrap publication-page">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: placePath(root, "publications") }]} />
        <h1>{name}</h1>
        <ul className="meta publication-meta">
          <li>
            <PublicationStateTag state={state} />
          </li>
          <li>
            <Readership isInternal={settings.isInternal} />
          </li>
          <li lang={settings.language}>{nativeNames[settings.language]}</li>
        </ul>
        {state === "failed" && (
          <Notice tone="error" title={t("failed.title")}>
            <p>
              <FailureText publication={publication} root={root} />
            </p>
          </Notice>
        )}
        <MakingProgress {...{ state, step, percent, plan, id, here }} everyMs={EVERY_MS} isTold />
        {files.length > 0 && <PublicationFiles {...{ plan, id, name, files }} isBefore={state !== "ready"} />}
        {publication.mayHoldTakenDown && (
          <div className="mt-6">
            <Notice tone="error" title={t("one.mayHoldTakenDownTitle")}>
              <p>{t("one.mayHoldTakenDownLead")}</p>
              {mayMake && <p>{t("one.mayHoldTakenDownDo")}</p>}
            </Notice>
          </div>
        )}
        {version !== null && version < names.present && settings.release === null && (
          <div className="mt-6">
            <Notice title={t("one.newerTitle")}>
              <p>
                {t.rich("one.newerLead", {
                  version,
                  present: names.present,
                  make: (words) =>
                    mayMake ? <a href={`${newPublicationPath(root)}?${queryOfSettings(settings)}`}>{words}</a> : words,
                })}
              </p>
            </Notice>
          </div>
        )}
        {mayMake && (
          <div className="commands" key={underWay ? "under way" : "ended"}>
            <PublicationTransitions
              {...{ publication, name }}
              place={{ locale, plan }}
              actions={{
                cancel: ofPage(actor, cancelPublicationAction),
                again: ofPage(actor, makePublicationAgainAction),
              }}
            />
            {!underWay && <DeleteCommand subject={deletionOf(opened, name)} here={here} />}
          </div>
        )}
        <PublicationFacts {...{ publication, names }} />
      </main>
    </WorkFrame>
  );
}
