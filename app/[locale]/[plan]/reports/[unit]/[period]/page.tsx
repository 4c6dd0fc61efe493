import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryRoom } from "@/components/report/entry-room";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { WorkFrame } from "../../../../work-frame";
import { entryPlace } from "./entry-place";

/** The entry room: one goal at a time, its indicators as rows. */
export default async function EntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, address, base, actor } = await entryPlace(params);
  const { goal: asked } = await searchParams;
  const now = new Date();
  const whole = await reportForEntry(actor, address, { locale, now });
  const first = whole?.goals[0]?.code;
  if (!whole || !first) notFound();
  const goal = whole.goals.find(({ code }) => code === asked)?.code ?? first;
  const [t, common] = await Promise.all([getTranslations("entry"), getTranslations("common")]);
  const { unit, period } = whole.report;
  return (
    <WorkFrame actor={actor} locale={locale} plan={address.plan} current="reports" wide>
      <title>{common("pageTitle", { title: t("report", { unit: unit.name, period: period.code }) })}</title>
      <EntryRoom view={whole} goal={goal} base={base} address={address} scope={`${actor.id}:${base}`} />
    </WorkFrame>
  );
}
