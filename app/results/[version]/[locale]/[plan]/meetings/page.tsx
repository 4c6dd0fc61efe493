import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { meetingsMetadata } from "@/components/results/meetings/meeting-metadata";
import { MeetingsPage } from "@/components/results/meetings/meetings-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { publicMeetings } from "@/lib/server/queries/meetings/public-meetings";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  return { locale, view: await publicMeetings({ code, locale, version }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  return view ? meetingsMetadata(view.plan, locale) : {};
}

/** The calendar of meetings. */
export default async function Meetings(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <MeetingsPage view={view} locale={locale} />;
}
