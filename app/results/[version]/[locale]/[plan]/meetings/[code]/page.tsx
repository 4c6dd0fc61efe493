import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { meetingsMetadata } from "@/components/results/meetings/meeting-metadata";
import { MeetingPage } from "@/components/results/meetings/meeting-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; code: string }>;
}

/** A page and its head ask for the same: it is read once. */
const read = cache((plan: string, locale: string, version: string, code: string) =>
  publicMeeting({ code: plan, locale, version }, code),
);

async function asked({ params }: Props) {
  const { version, locale: segment, plan, code } = await params;
  const locale = pageLocale(segment);
  return { locale, view: await read(plan, locale, version, code) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  return view ? meetingsMetadata(view.plan, locale, view.meeting) : {};
}

/** One meeting, with the results that it looks at. */
export default async function Meeting(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <MeetingPage view={view} locale={locale} />;
}
