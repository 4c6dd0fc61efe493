import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TwoStepForms } from "@/components/account/two-step-forms";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { accountPath, startPath, twoStepPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { twoStepOf } from "@/lib/server/queries/account/two-step";
import { WorkFrame } from "../../work-frame";
import { beginTwoStepAction, confirmTwoStepAction, renewRecoveryCodesAction, switchOffTwoStepAction } from "./actions";

export default async function TwoStepPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(twoStepPath(locale));
  const [t, { isRequired, ...view }] = await Promise.all([getTranslations("auth"), twoStepOf(actor, new Date())]);
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current={null} words={["auth.twoStep"]}>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("account.title"), href: accountPath(locale) }]} />
        <h1>{t("twoStep.title")}</h1>
        <p className="lead">{t("twoStep.lead")}</p>
        <div className="narrow">
          {actor.twoStepDue && (
            <Notice tone="warning">
              <p>{t("twoStep.due")}</p>
            </Notice>
          )}
          {actor.isDemo ? (
            <Notice>
              <p>{t("twoStep.demo")}</p>
            </Notice>
          ) : (
            <TwoStepForms
              view={view}
              isRequired={isRequired}
              locale={locale}
              next={actor.twoStepDue ? startPath(locale) : accountPath(locale)}
              actions={{
                begin: ofPage(actor, beginTwoStepAction),
                confirm: ofPage(actor, confirmTwoStepAction),
                renew: ofPage(actor, renewRecoveryCodesAction),
                off: ofPage(actor, switchOffTwoStepAction),
              }}
            />
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
