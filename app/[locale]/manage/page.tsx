import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FirstSteps } from "@/components/manage/first-steps";
import { PlaceList } from "@/components/manage/place-list";
import type { FirstStepKey, ManagementPlace } from "@/lib/domain/management";
import { managementPath, managePath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { requireActor } from "@/lib/server/auth/current-actor";
import { management } from "@/lib/server/queries/management";
import { WorkFrame } from "../work-frame";

/** Where each step is taken; the framework is replaced on no page. */
const placeOfStep: Record<FirstStepKey, ManagementPlace | null> = {
  administrator: "people",
  secretariat: "people",
  focalPoints: "people",
  organisations: "organisations",
  framework: null,
  periods: "periods",
  mail: "mail",
};

export default async function ManagePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(managePath(locale));
  const view = await management(actor, locale);
  const [t, common] = await Promise.all([getTranslations("manage"), getTranslations("common")]);
  const plan = view.plan?.code ?? null;
  const places = view.places.flatMap((key) => {
    const href = managementPath(locale, plan, key);
    return href === null ? [] : [{ key, href }];
  });
  const hrefOf = (step: FirstStepKey) => places.find(({ key }) => key === placeOfStep[step])?.href ?? null;
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        {view.steps && <FirstSteps steps={view.steps} hrefOf={hrefOf} />}
        <PlaceList places={places} />
      </main>
    </WorkFrame>
  );
}
