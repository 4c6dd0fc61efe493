import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ForgetWords } from "@/components/report/forget-words";
import { isLocale } from "@/lib/i18n/routing";
import { reportAddress } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { consequencesOfApproval } from "@/lib/server/queries/consequences-of-approval";
import { historyForReview } from "@/lib/server/queries/history-for-review";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { WorkFrame } from "../../../../work-frame";
import { approveAction, reopenAction, returnAction, saveMarksAction } from "../../actions";
import type { Choices } from "./choice";
import { Consequences } from "./consequences";
import { MarksForm } from "./marks-form";
import { MarksProvider } from "./marks-provider";
import { openForm } from "./move";
import { ReopenDock } from "./reopen-dock";
import { ReportMeta } from "./report-meta";
import { ReviewBody } from "./review-body";
import { ReviewDock } from "./review-dock";
import { StateNotice } from "./state-notice";
import { countsOf, indicatorsOf, tabOf } from "./tabs";

export default async function ReviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, ...asked } = await params;
  const read = reportAddress.safeParse(asked);
  if (!isLocale(locale) || !read.success) notFound();
  setRequestLocale(locale);
  const address = read.data;
  const listHref = `/${locale}/${address.plan}/review`;
  const here = `${listHref}/${address.unit}/${address.period}`;
  const actor = await requireActor(here);
  const now = new Date();
  const view = await reportForReview(actor, address, { locale, now });
  if (view === null) notFound();
  const [consequences, history, t, common, query] = await Promise.all([
    consequencesOfApproval(actor, address, { locale, now }),
    historyForReview(actor, address),
    getTranslations("review"),
    getTranslations("common"),
    searchParams,
  ]);
  const { report } = view;
  const { unit, period, state, submission, rowVersion } = report;
  const tab = tabOf(query.tab, view.isCompared && countsOf(view).changed > 0);
  const isOpen = view.mayReview && view.locks.approve === null;
  const marks: Choices = Object.fromEntries(
    view.indicators.map(({ code, mark }) => [code, { mark: mark?.mark ?? null, query: mark?.query ?? "" }]),
  );
  const subject = { address, userId: actor.id, locale, rowVersion, submission, unit: unit.name, here };
  const title = t("report", { unit: unit.name, period: period.code });
  const publicHref =
    unit.level === "region"
      ? `/${locale}/${address.plan}/${period.code}`
      : `/${locale}/${address.plan}/countries/${unit.code}/${period.code}`;
  const body = (
    <div className="rv">
      <div>
        <ReviewBody {...{ view, tab, here, isOpen, consequences, history }} />
      </div>
      {consequences && (
        <Consequences view={consequences} dimensions={view.dimensions} unit={unit} period={period.code} here={here} />
      )}
    </div>
  );
  const main = (
    <main id="main" className="wrap review">
      <Breadcrumb
        crumbs={[
          { label: t("list.title"), href: listHref },
          { label: period.code, href: null },
        ]}
      />
      <h1>{title}</h1>
      <ReportMeta view={view} here={here} />
      <ForgetWords
        owner={{ userId: actor.id, ...address }}
        kinds={["return", "reopen"]}
        waiting={openForm({ state, submission })}
      />
      <StateNotice view={view} done={query.done} publicHref={publicHref} />
      {isOpen ? (
        <MarksForm hidden={{ ...address, locale, submission: String(submission), tab }} here={here}>
          {body}
        </MarksForm>
      ) : (
        body
      )}
    </main>
  );
  return (
    <WorkFrame actor={actor} locale={locale} plan={address.plan} current="review" words={["review"]}>
      <title>{common("pageTitle", { title })}</title>
      {isOpen ? (
        <MarksProvider
          address={address}
          submission={submission}
          userId={actor.id}
          marks={marks}
          readAt={now.toISOString()}
          action={ofPage(actor, saveMarksAction)}
        >
          {main}
          <ReviewDock
            subject={subject}
            shown={tab === "narrative" ? [] : indicatorsOf(tab, view).map(({ code }) => code)}
            listHref={listHref}
            actions={{ return: ofPage(actor, returnAction), approve: ofPage(actor, approveAction) }}
          />
        </MarksProvider>
      ) : (
        main
      )}
      {view.mayReview && view.locks.reopen === null && (
        <ReopenDock subject={subject} text={t("state.approved")} action={ofPage(actor, reopenAction)} />
      )}
    </WorkFrame>
  );
}
