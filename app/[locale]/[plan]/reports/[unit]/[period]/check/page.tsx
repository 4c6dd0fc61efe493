// Long, for it is one page: what stands above and below the answers is read in their order, and by no other page.

import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { HandBacks } from "@/components/assignments/hand-backs";
import { OwnPart } from "@/components/assignments/own-part";
import { UnsentProvider, UnsentValues } from "@/components/entry/sheet/unsent-of-report";
import { EvidenceBlock } from "@/components/evidence/evidence-block";
import { LinkForm } from "@/components/evidence/link-form";
import { SiteDocuments } from "@/components/evidence/site-documents";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Answers } from "@/components/report/answers";
import { BlanksForm } from "@/components/report/blanks-form";
import { CarriedValues } from "@/components/report/carried-values";
import { MendProvider } from "@/components/report/check/mend-context";
import { stampOf } from "@/components/report/check/stamp";
import { ToDo, type ToDoItem } from "@/components/report/check/to-do";
import { toDoGroups } from "@/components/report/check/to-do-groups";
import { Blocks, EmptyTexts, ExplainedWarnings } from "@/components/report/check-sections";
import { ForgetWords } from "@/components/report/kept/forget-words";
import { KeptTexts } from "@/components/report/kept/kept-texts";
import { storedRemarks } from "@/components/report/kept/stored-remarks";
import { ReturnedNotice } from "@/components/report/returned-notice";
import { SubmitForm } from "@/components/report/submit-form";
import { WithdrawForm } from "@/components/report/withdraw-form";
import { ListOfWords } from "@/components/report/words-to-look-at";
import { ButtonLink } from "@/components/ui/button";
import { FocusOn } from "@/components/ui/focus-on";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath, narrativePath } from "@/lib/i18n/paths";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import { fileOutcome } from "@/lib/schemas/reports/evidence-forms";
import { isRefusedFile } from "@/lib/schemas/reports/refused-file";
import { ofPage } from "@/lib/server/action";
import { isRefusedForm } from "@/lib/server/http/refused-form";
import { reportCheck } from "@/lib/server/queries/report-check";
import type { CheckView } from "@/lib/views/entry-view";
import { type WordsToLookAt, wordsToLookAt } from "@/lib/views/free-text/words-to-look-at";
import { packDimensions } from "@/lib/views/packed/dimensions";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../../work-frame";
import {
  carryAction,
  commentAction,
  confirmAction,
  evidenceAction,
  recordReasonsAction,
  removeEvidenceAction,
  replyAction,
  submitAction,
  withdrawAction,
} from "../actions";
import { askedDocuments } from "../asked-documents";
import { entryPlace } from "../entry-place";
import { askAgainAction, handBackAction, takeBackAction } from "../hand-back-actions";

type Query = Record<string, string | string[] | undefined>;

export default async function CheckPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Query>;
}) {
  const { locale, address, base, actor } = await entryPlace(params, "/check", await searchParams);
  const now = new Date();
  const view = await reportCheck(actor, address, { locale, now });
  if (!view) notFound();
  const [t, files, errors, query] = await Promise.all([
    getTranslations("entry"),
    getTranslations("sourceFiles"),
    getTranslations("errors"),
    searchParams,
  ]);
  const { report, totals, indicators, dimensions, narratives, blocks, revisions, maySubmit } = view;
  const title = t("check.title");
  const blanks = indicators.filter(({ isAnswered }) => !isAnswered);
  const hidden = { ...address, locale };
  // Sent once where it is the same as what may be entered.
  const codes = indicators.map(({ code }) => code);
  const outcome = fileOutcome.parse(query.file);
  const isRefused = isRefusedFile(outcome) || (await isRefusedForm());
  const documents = await askedDocuments(actor, { address, indicator: null, locale }, query, view.ofReport);
  const owner = { userId: actor.id, ...address };
  const words = wordsToLookAt(
    indicators.map((indicator) => ({ ...indicator, values: valuesOf(indicator) })),
    narratives,
  );
  const placeOfWords = (place: WordsToLookAt["place"]) =>
    "indicator" in place
      ? entryPath(base, place.indicator)
      : `${narrativePath(base)}#${encodeURIComponent(narrativeField("text", place.pillar, place.kind))}`;
  const remarks = storedRemarks(indicators);
  // Who approved one submission says nothing of who approves the next.
  const declaration = `declaration ${report.submission}`;
  const asSeen = { ...hidden, rowVersion: String(report.rowVersion) };
  const justDone = <JustDone view={view} query={query} />;
  // What was said of blanks stands where those are that are left.
  const isOfBlanks = query.done === "reasons" && blanks.length > 0;
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={[
        "assignments.handBack",
        "entry.blanks",
        "entry.carried",
        "entry.check",
        "entry.done",
        "entry.kept",
        "entry.narrativeKind",
        "entry.reload",
        "entry.saving",
        "entry.seeNow",
        "entry.unsent",
        "entry.withdrawal",
        "entryForm.late",
        "entryForm.undo",
        "sourceFiles.evidence",
        "sourceFiles.typeAndSize",
        "unit",
        "values.missing",
        "values.reason",
        "values.text",
      ]}
    >
      {/* Where there is one of its main forms, that draws the title. */}
      {!maySubmit && !isWithdrawable(view) && <PageTitle title={title} refused={isRefused} />}
      <UnsentProvider owner={owner}>
        <main id="main" className="wrap">
          <Breadcrumb
            crumbs={[
              {
                label: t("report", { unit: report.unit.name, period: formatsOf(locale).period(report.period) }),
                href: base,
              },
            ]}
          />
          {!isOfBlanks && justDone}
          <FocusOn ids="done" after={query.done ? `${query.done} ${query.at} ${report.state}` : ""} />
          <h1>{title}</h1>
          <p className="lead">
            {t("check.lead", {
              answered: totals.answered,
              total: totals.total,
              warnings: totals.warnings,
              explained: totals.commentsMissing === 0 ? "yes" : "no",
            })}
          </p>
          {report.lock && (
            <Notice>
              <p>{errors("locked", { lock: report.lock })}</p>
            </Notice>
          )}
          <ReturnedNotice {...{ report, indicators, base }} />
          <Submission
            view={view}
            title={title}
            isPageRefused={isRefused}
            hidden={asSeen}
            action={ofPage(actor, withdrawAction)}
          />
          <div id="warnings" className="mt-4">
            <UnsentValues
              base={base}
              seen={codes}
              dimensions={packDimensions(dimensions)}
              standing={{
                lock: report.lock,
                enterable: indicators.every(({ mayEnter }) => mayEnter)
                  ? codes
                  : indicators.filter(({ mayEnter }) => mayEnter).map(({ code }) => code),
              }}
            />
            <KeptTexts {...{ owner, narratives, remarks, base }} isLocked={report.lock !== null} />
            {report.lock === null && <Blocks blocks={blocks} of={view.ownPart ? "part" : "report"} />}
            <ExplainedWarnings indicators={indicators} />
            <ListOfWords words={words} hrefOf={placeOfWords} />
          </div>
          <MendProvider
            {...{ base, locale }}
            stamps={Object.fromEntries(indicators.map((indicator) => [indicator.code, stampOf(indicator)]))}
            forms={{ comment: ofPage(actor, commentAction), reply: ofPage(actor, replyAction) }}
          >
            {report.lock === null && <ToDo items={toDoOf(view)} />}
            <CarriedValues
              view={view}
              base={base}
              hidden={hidden}
              actions={{ carry: ofPage(actor, carryAction), confirm: ofPage(actor, confirmAction) }}
            />
            <BlanksForm
              key={String(query.at)}
              done={isOfBlanks && justDone}
              blanks={blanks.map(({ code, title, mayEnter }) => ({ code, title, mayEnter }))}
              base={base}
              isLocked={report.lock !== null}
              hidden={hidden}
              action={ofPage(actor, recordReasonsAction)}
            />
          </MendProvider>
          <Answers view={view} base={base} />
          {narratives.length > 0 && <EmptyTexts narratives={narratives} base={base} isLocked={report.lock !== null} />}
          {(view.mayEdit || view.ofReport.length > 0) && (
            <section className="block" id="evidence">
              <h2>{files("evidence.ofReport")}</h2>
              {view.mayEdit && <p>{files("ofReportLead")}</p>}
              <EvidenceBlock
                evidence={view.ofReport}
                address={address}
                indicator={null}
                userId={actor.id}
                may={{ add: view.mayEdit, removeAll: view.mayEdit }}
                remove={ofPage(actor, removeEvidenceAction)}
                link={
                  <LinkForm
                    action={ofPage(actor, evidenceAction)}
                    evidence={view.ofReport}
                    hidden={{ ...hidden, indicator: "" }}
                    userId={actor.id}
                    chosen={documents.chosen}
                    pick={<SiteDocuments hidden={{ ...hidden, indicator: "" }} userId={actor.id} plain={documents} />}
                  />
                }
                isLinkOpen={documents.list !== undefined}
                outcome={outcome}
              />
            </section>
          )}
          <ForgetWords owner={owner} kinds={["declaration"]} waiting={maySubmit ? declaration : null} />
          {maySubmit && (
            <section className="block" id="submit">
              <h2>{t("check.submitTitle")}</h2>
              <SubmitForm
                title={title}
                isPageRefused={isRefused}
                action={ofPage(actor, submitAction)}
                hidden={{ ...asSeen, revisions: String(revisions) }}
                owner={owner}
                form={declaration}
                {...{ narratives, remarks }}
                isBlocked={blocks.length > 0}
              />
            </section>
          )}
          {view.ownPart && (
            <OwnPart
              part={view.ownPart}
              hidden={hidden}
              actions={{ handBack: ofPage(actor, handBackAction), takeBack: ofPage(actor, takeBackAction) }}
            />
          )}
          <HandBacks view={view} hidden={hidden} action={ofPage(actor, askAgainAction)} />
          <p className="mt-6 off-paper">
            <ButtonLink href={base}>{t("check.back")}</ButtonLink>
          </p>
        </main>
      </UnsentProvider>
    </WorkFrame>
  );
}

/** What is to be done indicator by indicator. */
function toDoOf({ blocks, indicators }: CheckView): ToDoItem[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return blocks.flatMap(({ code: what, indicator: code }) => {
    const group = toDoGroups.find((group) => group === what);
    const { title = "", mayEnter = false } = byCode.get(code) ?? {};
    return group ? [{ code: group, indicator: code, title, mayMend: mayEnter }] : [];
  });
}

const valuesOf = ({ cells }: CheckView["indicators"][number]) =>
  Object.fromEntries(Object.entries(cells).map(([cell, { value }]) => [cell, value]));

/** What the person did before they came here again. */
function JustDone({ view: { report }, query }: { view: CheckView; query: Query }) {
  const t = useTranslations("entry");
  const handBack = useTranslations("assignments.handBack");
  const number = (name: string) => (/^\d{1,4}$/.test(String(query[name])) ? Number(query[name]) : 0);
  if (query.done === "submitted" && report.state === "submitted")
    return (
      <Notice id="done" tone="ok" live title={t("check.submittedTitle")}>
        <p>{t("check.submitted")}</p>
      </Notice>
    );
  if (query.done === "withdrawn" && report.lock === null)
    return (
      <Notice id="done" tone="ok" live title={t("withdrawal.doneTitle")}>
        <p>{t("withdrawal.done")}</p>
      </Notice>
    );
  if (query.done === "overtaken")
    return (
      <Notice id="done" tone="warning" live title={t("withdrawal.overtakenTitle")}>
        <p>{t("withdrawal.overtaken")}</p>
      </Notice>
    );
  const what = ["handedBack", "takenBack", "askedAgain"].find((each) => each === query.done);
  if (what)
    return (
      <Notice id="done" tone="ok" live>
        <p>{handBack("done", { what })}</p>
      </Notice>
    );
  if ((query.done === "carried" || query.done === "confirmed") && report.lock === null)
    return (
      <Notice id="done" tone="ok" live>
        <p>{query.done === "carried" ? t("carried.done", { carried: number("carried") }) : t("carried.confirmed")}</p>
      </Notice>
    );
  if (query.done !== "reasons" || report.lock !== null) return null;
  return (
    <Notice id="done" tone="ok" live>
      <p>{t("blanks.done", { recorded: number("recorded"), answered: number("answered") })}</p>
    </Notice>
  );
}

/** Null where nothing bars the withdrawal; a report that isn't submitted has none. */
const bars: Partial<Record<NonNullable<CheckView["withdrawal"]>, "begun" | "closed" | null>> = {
  free: null,
  reviewBegun: "begun",
  periodClosed: "closed",
};

const isWithdrawable = ({ withdrawal }: CheckView) => withdrawal !== null && bars[withdrawal] !== undefined;

/** Who approved what is submitted, and the way to take it back while nobody has begun to review it. */
function Submission({ view, ...sent }: { view: CheckView } & Omit<ComponentProps<typeof WithdrawForm>, "bar">) {
  const t = useTranslations("entry.withdrawal");
  const { declared } = view;
  return (
    <>
      {declared && <p className="wrap-anywhere mt-4">{t("declared", { ...declared })}</p>}
      {isWithdrawable(view) && (
        <section className="block" id="withdraw">
          <h2>{t("title")}</h2>
          <WithdrawForm {...sent} bar={bars[view.withdrawal!] ?? null} />
        </section>
      )}
    </>
  );
}
