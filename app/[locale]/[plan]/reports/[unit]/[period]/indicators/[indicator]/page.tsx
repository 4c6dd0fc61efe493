import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EvidenceBlock } from "@/components/evidence/evidence-block";
import { LinkForm } from "@/components/evidence/link-form";
import { SiteDocuments } from "@/components/evidence/site-documents";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { CarriedForm } from "@/components/report/carried-form";
import { ownPage } from "@/components/report/check/own-page";
import { Definition } from "@/components/report/definition";
import { IndicatorForm } from "@/components/report/indicator-form";
import { Comments, Query, Warnings } from "@/components/report/indicator-remarks";
import { ForgetSent } from "@/components/report/kept/forget-words";
import { LateWords } from "@/components/report/kept/late-words";
import { type RemarkKind, storedRemarks } from "@/components/report/kept/stored-remarks";
import { WaitingInSheet } from "@/components/report/kept/waiting-in-sheet";
import { CommentForm } from "@/components/report/remark-forms";
import { ReplyForm } from "@/components/report/reply-form";
import { SettledQueries } from "@/components/report/settled-queries";
import { ValueHistory } from "@/components/report/value-history";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { formatsOf } from "@/lib/i18n/formats";
import { checkPath, entryPath, sheetPath } from "@/lib/i18n/paths";
import { fromCheck } from "@/lib/schemas/reports/entry-forms";
import { fileOutcome } from "@/lib/schemas/reports/evidence-forms";
import { isRefusedFile } from "@/lib/schemas/reports/refused-file";
import { indicatorCode } from "@/lib/schemas/values/cell-save";
import { ofPage } from "@/lib/server/action";
import { isRefusedForm } from "@/lib/server/http/refused-form";
import { indicatorForEntry } from "@/lib/server/queries/indicator-for-entry";
import { peopleToTellOf } from "@/lib/server/queries/people-to-tell";
import { valueHistory } from "@/lib/server/queries/value-history";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { packDimensions } from "@/lib/views/packed/dimensions";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../../../work-frame";
import {
  carryAction,
  commentAction,
  evidenceAction,
  recordIndicatorAction,
  removeEvidenceAction,
  replyAction,
} from "../../actions";
import { askedDocuments } from "../../asked-documents";
import { entryPlace } from "../../entry-place";

export default async function IndicatorEntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; indicator: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = indicatorCode.safeParse((await params).indicator);
  if (!asked.success) notFound();
  const { locale, address, base, actor } = await entryPlace(params, `/indicators/${asked.data}`, await searchParams);
  const view = await indicatorForEntry(actor, address, asked.data, { locale, now: new Date() });
  const history = await valueHistory(actor, address, asked.data);
  if (!view || !history) notFound();
  const people = (view.indicator.abilities.addComment && (await peopleToTellOf(actor, address, asked.data))) || [];
  const [t, toReply, evidence, errors, query] = await Promise.all([
    getTranslations("entry"),
    getTranslations("entryForm.query"),
    getTranslations("sourceFiles.evidence"),
    getTranslations("errors"),
    searchParams,
  ]);
  const { report, goal, indicator, settled, dimensions, previous, next } = view;
  const hidden = { ...address, locale, indicator: indicator.code };
  const linked = { address, indicator: indicator.code, locale };
  const outcome = fileOutcome.parse(query.file);
  const isRefused = isRefusedFile(outcome) || (await isRefusedForm());
  const documents = await askedDocuments(actor, linked, query, indicator.evidence);
  const owner = { userId: actor.id, ...address };
  const title = `${indicator.code} ${indicator.title}`;
  const from = fromCheck.safeParse(query.from).data ?? null;
  const pageOf = (code: string) => (from ? ownPage(base, code) : entryPath(base, code));
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={[
        "entry.comment",
        "entry.done",
        "entry.inSheet",
        "entry.kept",
        "entry.narrativeKind",
        "entry.query",
        "entry.reload",
        "entry.save",
        "entry.saveAndNext",
        "entry.saving",
        "entry.seeNow",
        "entry.table",
        "sourceFiles.evidence",
        "sourceFiles.typeAndSize",
        "unit",
        "values.field",
        "values.missing",
        "values.reason",
        "values.text",
      ]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            {
              label: t("report", { unit: report.unit.name, period: formatsOf(locale).period(report.period) }),
              href: base,
            },
            { label: `${goal.code} ${goal.shortTitle || goal.title}`, href: sheetPath(base, goal.code) },
          ]}
        />
        {query.done === "saved" && (
          <>
            <Notice tone="ok" live>
              <p>{t("done.saved")}</p>
            </Notice>
            <ForgetSent key={`${query.of} ${query.at}`} owner={owner} form={`answer ${query.of}`} />
          </>
        )}
        {from && (
          <p className="off-paper">
            <a href={`${checkPath(base)}#${indicator.isAnswered ? "" : "do-"}${indicator.code}`}>
              {t("check.backToCheck")}
            </a>
          </p>
        )}
        <h1>{title}</h1>
        <Definition indicator={indicator} period={report.period.code} />
        {report.lock && (
          <Notice tone="info">
            <p>{errors("locked", { lock: report.lock })}</p>
          </Notice>
        )}
        <LateWords
          owner={owner}
          narratives={[]}
          remarks={storedRemarks([indicator])}
          without={{ indicator: indicator.code, forms: formsWithout(indicator) }}
        />
        <Query query={indicator.query} />
        <SettledQueries queries={settled} />
        <Warnings indicator={indicator} dimensions={dimensions} />
        {indicator.query && indicator.abilities.replyToQuery && (
          <ReplyForm
            action={ofPage(actor, replyAction)}
            query={indicator.query}
            hidden={hidden}
            userId={actor.id}
            // A query that is settled takes another one until the report is sent off, but asks for none.
            fold={indicator.query.isOpen ? null : toReply(indicator.query.reply === "" ? "keepNothing" : "again")}
          />
        )}
        {query.done === "carried" && (
          <Notice tone="ok" live>
            <p>{t("carried.done", { carried: query.carried === "1" ? 1 : 0 })}</p>
          </Notice>
        )}
        {indicator.carry && (
          <div className="mt-4">
            <CarriedForm
              hidden={{ ...address, locale, wanted: indicator.code }}
              action={ofPage(actor, carryAction)}
              label={t("carried.carry", { period: formatsOf(locale).period(indicator.carry.period) })}
            />
          </div>
        )}
        {indicator.abilities.enterValue && Object.values(indicator.cells).some(({ carried }) => carried) && (
          <Notice tone="warning">
            <p>{t("carried.notice")}</p>
          </Notice>
        )}
        <WaitingInSheet owner={owner} indicator={indicator.code} base={base} />
        {indicator.abilities.enterValue ? (
          <IndicatorForm
            key={`${indicator.code} ${query.at}`}
            indicator={indicator}
            dimensions={packDimensions(dimensions)}
            address={address}
            locale={locale}
            userId={actor.id}
            next={next}
            from={from}
            title={title}
            isPageRefused={isRefused}
            action={ofPage(actor, recordIndicatorAction)}
          />
        ) : (
          <PageTitle title={title} refused={isRefused} />
        )}
        <section className="block">
          <h2>{t("history.title")}</h2>
          <ValueHistory history={history} indicator={indicator} dimensions={dimensions} />
        </section>
        <section className="block" id="comments">
          <h2>{t("comment.title")}</h2>
          <Comments comments={indicator.comments} />
          {indicator.abilities.addComment && (
            <CommentForm
              action={ofPage(actor, commentAction)}
              comments={indicator.comments}
              hidden={hidden}
              userId={actor.id}
              people={people}
            />
          )}
        </section>
        <section className="block" id="evidence">
          <h2>{evidence("title")}</h2>
          <EvidenceBlock
            evidence={indicator.evidence}
            address={address}
            indicator={indicator.code}
            userId={actor.id}
            may={{ add: indicator.abilities.addEvidence, removeAll: indicator.abilities.removeEvidence }}
            remove={ofPage(actor, removeEvidenceAction)}
            link={
              <LinkForm
                action={ofPage(actor, evidenceAction)}
                evidence={indicator.evidence}
                hidden={hidden}
                userId={actor.id}
                chosen={documents.chosen}
                pick={<SiteDocuments hidden={hidden} userId={actor.id} plain={documents} />}
              />
            }
            isLinkOpen={documents.list !== undefined}
            outcome={outcome}
          />
        </section>
        <nav className="meta off-paper" aria-label={t("neighbours")}>
          {previous && <a href={pageOf(previous)}>{t("previous", { code: previous })}</a>}
          {next && <a href={pageOf(next)}>{t("next", { code: next })}</a>}
        </nav>
      </main>
    </WorkFrame>
  );
}

/** What may have been begun there and has no field now. */
function formsWithout(indicator: EntryIndicator): RemarkKind[] {
  const { addComment, addEvidence, enterValue, replyToQuery } = indicator.abilities;
  const has = { comment: addComment, evidence: addEvidence, reply: replyToQuery, answer: enterValue };
  return (["comment", "evidence", "reply", "answer"] as const).filter((form) => !has[form]);
}
