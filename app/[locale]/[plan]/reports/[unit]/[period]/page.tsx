import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryForm } from "@/components/entry/sheet/entry-form";
import { EntryFormHead } from "@/components/report/entry-form-head";
import { LockedTexts } from "@/components/report/kept/locked-texts";
import { storedRemarks } from "@/components/report/kept/stored-remarks";
import { PageTitle } from "@/components/ui/page-title";
import { columnMark } from "@/lib/exchange/report/columns";
import { formatsOf } from "@/lib/i18n/formats";
import { headWords } from "@/lib/i18n/tables/head-words";
import { sheetViewOf } from "@/lib/schemas/addresses/sheet-view";
import { ofPage } from "@/lib/server/action";
import { isRefusedForm } from "@/lib/server/http/refused-form";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { packDimensions } from "@/lib/views/packed/dimensions";
import { packRows } from "@/lib/views/packed/rows";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../work-frame";
import { commentAction, evidenceAction, removeEvidenceAction, replyAction } from "./actions";
import { entryPlace } from "./entry-place";
import { takeOverAction } from "./hand-back-actions";

/** The entry form: the whole report as one sheet. */
export default async function EntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const { locale, address, base, actor } = await entryPlace(params, "", query);
  const now = new Date();
  const whole = await reportForEntry(actor, address, { locale, now });
  if (!whole) notFound();
  const t = await getTranslations("entryForm");
  const { report } = whole;
  const { dimensions, ...view } = whole;
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const owner = { userId: actor.id, ...address };
  const title = t("title", { unit: report.unit.name, period: formatsOf(locale).period(report.period) });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={[
        "common.former",
        "entry.comment",
        "entry.done",
        "entry.kept",
        "entry.narrativeKind",
        "entry.query",
        "entry.reload",
        "entry.saving",
        "entry.seeNow",
        "entry.settled",
        "review.warning",
        "entryForm.aloud",
        "entryForm.carried",
        "entryForm.dock",
        "entryForm.elsewhere",
        "entryForm.goals",
        "entryForm.here",
        "entryForm.late",
        "entryForm.news",
        "entryForm.offline",
        "entryForm.overtaken",
        "entryForm.panel",
        "entryForm.parts",
        "entryForm.paste",
        "entryForm.problem",
        "entryForm.query",
        "entryForm.range",
        "entryForm.revisions",
        "entryForm.rowMenu",
        "entryForm.sheet",
        "entryForm.shortcuts",
        "entryForm.state",
        "entryForm.tools",
        "entryForm.undo",
        "entryForm.who",
        "sourceFiles.evidence",
        "sourceFiles.typeAndSize",
        "unit",
        "values.allowed",
        "values.field",
        "values.missing",
        "values.reason",
        "values.text",
      ]}
      wide
    >
      <PageTitle title={title} refused={await isRefusedForm()} />
      <EntryForm
        key={actor.id}
        view={{ ...view, dimensions: packDimensions(dimensions), indicators: packRows(view.indicators) }}
        sheet={sheetViewOf(
          words,
          view.goals.map(({ code }) => code),
        )}
        base={base}
        owner={owner}
        now={now.toISOString()}
        locale={locale}
        asked={view.indicators.find(({ code }) => code === query.indicator)?.code ?? null}
        lock={t("lock", { lock: report.lock ?? "none" })}
        heads={await headWords(columnMark)}
        forms={{
          comment: ofPage(actor, commentAction),
          evidence: ofPage(actor, evidenceAction),
          removeEvidence: ofPage(actor, removeEvidenceAction),
          reply: ofPage(actor, replyAction),
          takeOver: ofPage(actor, takeOverAction),
        }}
        head={
          <>
            <EntryFormHead
              {...{ report, base, indicators: view.indicators }}
              seeSubmission={whole.abilities.seeSubmission}
            />
            {report.lock && (
              <LockedTexts
                {...{ owner, base }}
                narratives={whole.narratives}
                remarks={storedRemarks(whole.indicators)}
              />
            )}
          </>
        }
      />
    </WorkFrame>
  );
}
