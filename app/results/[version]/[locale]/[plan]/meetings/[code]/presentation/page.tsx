import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { meetingsMetadata } from "@/components/results/meetings/meeting-metadata";
import { MeetingPresentation } from "@/components/results/meetings/meeting-presentation";
import { pageLocale } from "@/lib/i18n/page-locale";
import { meetingPresentation } from "@/lib/server/queries/meetings/public-meetings";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; code: string }>;
}

/** A page and its head ask for the same: it is read once. */
const read = cache((plan: string, locale: string, version: string, code: string) =>
  meetingPresentation({ code: plan, locale, version }, code),
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

/** A meeting for the screen of its room. */
export default async function Presentation(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <MeetingPresentation view={view} locale={locale} />;
}
