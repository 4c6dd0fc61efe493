import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ForgetWords } from "@/components/report/kept/forget-words";
import { ListOfWords } from "@/components/report/words-to-look-at";
import { AnswersForm } from "@/components/review/answers/answers-form";
import { AnswersProvider } from "@/components/review/answers/answers-provider";
import type { Choices } from "@/components/review/answers/choice";
import { LateQueries } from "@/components/review/answers/late-queries";
import { RefusedAnswers } from "@/components/review/answers/refused-answers";
import { offerOf } from "@/components/review/at-once/offer";
import { Consequences } from "@/components/review/decision/consequences";
import { ReopenDock } from "@/components/review/decision/reopen-dock";
import { ReviewDock } from "@/components/review/decision/review-dock";
import { openForm } from "@/components/review/decision/transition";
import { hiddenOf, isOpenAtFirst, moreInWords } from "@/components/review/indicators/more-of";
import { PlainNote } from "@/components/review/indicators/plain-note";
import { ReportMeta } from "@/components/review/report-meta";
import { Shares } from "@/components/review/shares/shares";
import { StateNotice } from "@/components/review/state-notice";
import { countsOf, filterQuery, goalOf, indicatorsOf, type ReviewFilter, tabOf } from "@/components/review/tabs";
import { FocusOn } from "@/components/ui/focus-on";
import { PageTitle } from "@/components/ui/page-title";
import type { Actor } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import { countryPath, periodPath, placePath, planPath, reportPath, reviewPath, takeDownsPath } from "@/lib/i18n/paths";
import { isLocale, type Locale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { areCodes, reportAddress } from "@/lib/schemas/reports/report-forms";
import { sharesShown } from "@/lib/schemas/reports/review-fields";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { isPlainForm } from "@/lib/server/http/is-plain-form";
import { isRefusedForm } from "@/lib/server/http/refused-form";
import { ownNote } from "@/lib/server/queries/own-note";
import { type ReviewPageView, reviewPage } from "@/lib/server/queries/review-page";
import type { ReportAddress } from "@/lib/views/report-view";
import type { ReviewIndicator } from "@/lib/views/review-view";
import { WorkFrame } from "../../../../work-frame";
import {
  approveAction,
  reopenAction,
  returnAction,
  saveReviewAnswersAction,
  shareReviewAction,
  writeNoteAction,
} from "../../actions";
import { codesOfGoals, queriesOf, wordsOf } from "./of-report";
import { ReviewBody } from "./review-body";

/** What the address of a review wants opened: an indicator, by its code, or everything. */
const openedOf = (asked: unknown): string | "all" | null =>
  typeof asked === "string" && (asked === "all" || areCodes(asked)) ? asked : null;

/** What of the indicators on the page stands open from the start, by code. */
async function openAtFirst(
  locale: Locale,
  { view, consequences, history }: ReviewPageView,
  drawn: readonly ReviewIndicator[],
  opened: string | null,
): Promise<Record<string, Partial<ReviewMore>>> {
  if (drawn.length === 0) return {};
  const moreOf = await moreInWords(locale);
  return Object.fromEntries(
    drawn.flatMap((indicator) => {
      const { code } = indicator;
      const isAsked = opened === "all" || opened === code;
      if (!isAsked && !isOpenAtFirst(indicator)) return [];
      const more = moreOf(indicator, view.dimensions, hiddenOf(consequences, code), history[code] ?? []);
      return [[code, isAsked ? more : { parts: more.parts }]];
    }),
  );
}

/** The reader's own notes where no script runs, and that on the indicator that the address opens. */
async function OwnNotePart({
  actor,
  address,
  locale,
  here,
  filter: { tab, goal },
  opened,
  done,
  codes,
}: {
  actor: Actor;
  address: ReportAddress;
  locale: Locale;
  here: string;
  filter: ReviewFilter;
  opened: string | null;
  done: unknown;
  codes: string;
}) {
  const note = opened === null ? null : await ownNote(actor, address, opened);
  const filter = { tab, ...(goal !== null && { goal }) };
  return (
    <PlainNote
      {...{ codes, here, filter }}
      chosen={opened !== null && note ? { code: opened, note } : null}
      done={done === "noteKept" ? "kept" : done === "noteForgotten" ? "forgotten" : null}
      hidden={{ ...address, locale, ...filter }}
      action={ofPage(actor, writeNoteAction)}
    />
  );
}

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
  const root = planPath(locale, address.plan);
  const listHref = placePath(root, "review");
  const here = reviewPath(root, address);
  const actor = await requireActor(ownAddress(here, await searchParams));
  const now = new Date();
  const query = await searchParams;
  const opened = openedOf(query.open);
  const page = await reviewPage(
    actor,
    address,
    { locale, now },
    { narrative: query.tab === "narrative", opened, toName: true },
  );
  if (page === null) notFound();
  const t = await getTranslations("review");
  const { view, people, consequences, underWay, tooLarge } = page;
  const { report } = view;
  const { unit, period, state, submission, rowVersion } = report;
  const tab = tabOf(query.tab, view.isCompared && countsOf(view).changed > 0, view.mayReview);
  const filter: ReviewFilter = { tab, goal: tab === "narrative" ? null : goalOf(query.goal, view) };
  const isNarrowed = tab !== "all" || filter.goal !== null;
  const isOpen = view.mayReview && view.locks.approve === null;
  const answered = view.indicators.flatMap(({ code, answer }) => (answer ? [[code, answer] as const] : []));
  const given: Choices = Object.fromEntries(answered.map(([code, { answer, query }]) => [code, { answer, query }]));
  const subject = {
    address,
    userId: actor.id,
    locale,
    rowVersion,
    submission,
    here,
    unit: unit.name,
    people: null,
    named: [],
  };
  const title = t("report", { unit: unit.name, period: formatsOf(locale).period(period) });
  const publicHref =
    unit.level === "region" ? periodPath(root, period.code) : countryPath(root, unit.code, period.code);
  const shown = indicatorsOf(filter, view);
  // What it said and isn't stored stays, whether or not the tab shows it as it is stored, or the report takes decisions still.
  const isAnswered = await isPlainForm();
  const drawn = isOpen && tab !== "narrative" && isAnswered ? view.indicators : shown;
  const { codes: offered, ...offer } = offerOf(filter, view, shown);
  // What was pressed is gone, and so is a box that was open: whoever did it goes on at what the page says of it.
  const isPageRefused = await isRefusedForm();
  // The address of a refused form may still say what was done before it.
  const done = isPageRefused ? undefined : query.done;
  const justDone = done ? `${done} ${state} ${rowVersion} ${sharesShown(view.shares)}` : "";
  const body = (
    <div className="rv">
      <div>
        <ReviewBody
          {...{ page, filter, drawn, here, isOpen, offer }}
          place={{ address, locale, userId: actor.id, mayNote: view.mayReview }}
          isAllOpen={opened === "all"}
          open={await openAtFirst(locale, page, drawn, opened)}
        />
      </div>
      {(consequences || underWay || tooLarge) && (
        <Consequences
          view={consequences}
          underWay={underWay}
          tooLarge={tooLarge}
          here={here}
          address={address}
          href={`${here}${filterQuery(filter)}`}
          dimensions={view.dimensions}
          unit={unit}
          period={period.code}
          isOpen={opened === "all"}
        />
      )}
    </div>
  );
  const main = (
    <main id="main" className="wrap review">
      <Breadcrumb
        crumbs={[
          { label: t("list.title"), href: listHref },
          { label: formatsOf(locale).period(period), href: null },
        ]}
      />
      <h1>{title}</h1>
      <ReportMeta view={view} here={here} sheetHref={reportPath(root, address)} takeDownsHref={takeDownsPath(root)} />
      <ForgetWords
        owner={{ userId: actor.id, ...address }}
        kinds={["return", "reopen"]}
        waiting={openForm({ state, submission })}
      />
      <FocusOn ids="done" after={justDone} />
      <StateNotice
        view={view}
        done={done}
        takenBack={Number(query.of)}
        published={page.published}
        publicHref={publicHref}
        here={here}
      />
      {report.state === "submitted" && (
        <Shares
          shares={view.shares}
          goals={view.goals.map(({ code, title }) => ({ code, title }))}
          hidden={{ ...address, locale, tab, goal: filter.goal ?? "" }}
          action={isOpen ? ofPage(actor, shareReviewAction) : null}
        />
      )}
      <ListOfWords
        words={wordsOf(page)}
        hrefOf={(place) =>
          "indicator" in place
            ? `${here}?tab=all#${place.indicator}`
            : `${here}?tab=narrative#narrative-${place.pillar}`
        }
      />
      {view.mayReview && (
        <OwnNotePart {...{ actor, address, locale, here, filter, opened, done }} codes={codesOfGoals(view)} />
      )}
      <LateQueries
        owner={{ userId: actor.id, ...address }}
        open={isOpen ? submission : null}
        asked={queriesOf(view)}
        decisions={view.decisions.map(({ reason: _, settled: _settled, ...decision }) => decision)}
        here={here}
      />
      {isOpen ? (
        <AnswersForm
          title={title}
          isPageRefused={isPageRefused}
          hidden={{ ...address, locale, submission: String(submission), tab, goal: filter.goal ?? "" }}
          here={here}
        >
          {body}
        </AnswersForm>
      ) : (
        <>
          {isAnswered && <RefusedAnswers title={title} isPageRefused={isPageRefused} />}
          {body}
        </>
      )}
    </main>
  );
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="review"
      words={[
        "entry.comment",
        "review.delta",
        "review.dock",
        "review.answers",
        "review.atOnce",
        "review.keys",
        "review.shares",
        "review.tab",
        "review.more",
        "review.naming",
        "review.note",
        "review.transition",
        "review.workingOut",
        "review.parts",
        "review.history",
        "review.late",
        "status.word",
        "status.change",
      ]}
    >
      {!isOpen && !isAnswered && <PageTitle title={title} />}
      {isOpen || isAnswered ? (
        <AnswersProvider
          address={address}
          submission={submission}
          userId={actor.id}
          codes={codesOfGoals(view)}
          given={given}
          clean={view.indicators.flatMap(({ code, toLookAt }) => (toLookAt === null ? [code] : [])).join(" ")}
          offered={offered.join(" ")}
          carried={answered.flatMap(([code, { carried }]) => (carried ? [code] : [])).join(" ")}
          acceptances={view.acceptances}
          named={Object.fromEntries(
            view.indicators.flatMap(({ code, named }) => (named.length > 0 ? [[code, named]] : [])),
          )}
          reviewers={people.flatMap(({ id, name, reviews }) => (reviews ? [{ id, name }] : []))}
          readAt={now.toISOString()}
          action={ofPage(actor, saveReviewAnswersAction)}
        >
          {main}
          {isOpen && (
            <ReviewDock
              subject={subject}
              shown={isNarrowed ? shown.map(({ code }) => code) : null}
              listHref={listHref}
              approval={{ digest: consequences?.digest ?? null, underWay, isToldBeside: false }}
              actions={{ return: ofPage(actor, returnAction), approve: ofPage(actor, approveAction) }}
            />
          )}
        </AnswersProvider>
      ) : (
        main
      )}
      {view.mayReview && view.locks.reopen === null && (
        <ReopenDock subject={subject} text={t("state.approved")} action={ofPage(actor, reopenAction)} />
      )}
    </WorkFrame>
  );
}
