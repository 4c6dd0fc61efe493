import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { approveAction, reopenAction, returnAction } from "@/app/[locale]/[plan]/review/actions";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { summaryOf } from "@/components/review/answers/choice";
import { Consequences } from "@/components/review/decision/consequences";
import { type ReviewTransition, reviewTransitions } from "@/components/review/decision/transition";
import { TransitionForm } from "@/components/review/decision/transition-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { formatsOf } from "@/lib/i18n/formats";
import { decisionPath, placePath, planPath, reviewPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { reviewPage } from "@/lib/server/queries/review-page";
import type { ReportAddress } from "@/lib/views/report-view";

const actions = { return: returnAction, approve: approveAction, reopen: reopenAction } as const satisfies Record<
  ReviewTransition,
  unknown
>;

/** Asks for confirmation where there is no script to open a dialog. */
export default async function TransitionPage({
  params,
}: {
  params: Promise<{ locale: string; transition: string } & ReportAddress>;
}) {
  const { locale, transition: asked, ...place } = await params;
  const transition = reviewTransitions.find((transition) => transition === asked);
  const read = reportAddress.safeParse(place);
  if (!isLocale(locale) || !read.success || transition === undefined) notFound();
  setRequestLocale(locale);
  const address = read.data;
  const root = planPath(locale, address.plan);
  const listHref = placePath(root, "review");
  const here = reviewPath(root, address);
  const actor = await requireActor(decisionPath(here, transition));
  const isApproval = transition === "approve";
  const page = await reviewPage(
    actor,
    address,
    { locale, now: new Date() },
    { narrative: false, opened: null, consequences: isApproval ? "soon" : "none", toReturn: transition === "return" },
  );
  if (page === null || !(page.view.mayReview || page.view.isOwnSubmission)) notFound();
  const { view, people, consequences, underWay, tooLarge } = page;
  const [t, common, errors] = await Promise.all([
    getTranslations("review"),
    getTranslations("common"),
    getTranslations("errors"),
  ]);
  const { unit, period, rowVersion, submission } = view.report;
  const lock = view.locks[transition];
  const isForm = view.mayReview && lock === null;
  const title = t("dock.ask", { transition, unit: unit.name });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="review"
      words={[
        "entry.comment",
        "review.naming",
        "review.transition",
        "review.workingOut",
        "status.word",
        "status.change",
      ]}
    >
      {!isForm && <PageTitle title={title} />}
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: listHref },
            { label: t("report", { unit: unit.name, period: formatsOf(locale).period(period) }), href: here },
          ]}
        />
        <h1>{title}</h1>
        <div className="narrow">
          {!isForm ? (
            <>
              <Notice tone="warning">
                <p>{lock === null ? t("state.ownLead") : errors("locked", { lock })}</p>
              </Notice>
              <p className="mt-4">
                <a href={here}>{t("transition.back")}</a>
              </p>
            </>
          ) : (
            <>
              {isApproval && (
                <Consequences
                  view={consequences}
                  underWay={underWay}
                  tooLarge={tooLarge}
                  address={address}
                  here={here}
                  href={decisionPath(here, transition)}
                  dimensions={view.dimensions}
                  unit={unit}
                  period={period.code}
                  isOpen
                />
              )}
              <TransitionForm
                title={title}
                transition={transition}
                subject={{
                  address,
                  userId: actor.id,
                  locale,
                  rowVersion,
                  submission,
                  unit: unit.name,
                  here,
                  people,
                  named: view.indicators.flatMap(({ code, named }) =>
                    named.flatMap(({ id, name, reviews }) => (reviews ? [] : [{ code, person: id, name }])),
                  ),
                }}
                answers={summaryOf(
                  Object.fromEntries(
                    view.indicators.map(({ code, answer }) => [
                      code,
                      { answer: answer?.answer ?? null, query: answer?.query ?? "" },
                    ]),
                  ),
                )}
                action={ofPage(actor, actions[transition])}
                cancel={<ButtonLink href={here}>{common("cancel")}</ButtonLink>}
                approval={isApproval ? { digest: consequences?.digest ?? null, underWay, isToldBeside: true } : null}
              />
            </>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
