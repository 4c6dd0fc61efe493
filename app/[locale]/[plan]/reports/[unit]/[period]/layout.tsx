import { NextIntlClientProvider } from "next-intl";
import { getMessages, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { InstallPrompt } from "@/components/offline/install-prompt";
import { KeepOffline } from "@/components/offline/keep-offline";
import { planPath, reportPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { sentWords } from "@/lib/i18n/sent-words";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { currentSession } from "@/lib/server/auth/current-actor";
import { keptFor } from "@/lib/server/auth/kept-for";
import { buildId } from "@/lib/server/http/build-id";
import type { ReportAddress } from "@/lib/views/report-view";

/** What all pages of a report share: the browser keeps them for when there is no line. Each asks by itself who may see it. */
export default async function ReportLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string } & ReportAddress>;
}) {
  const { locale, ...codes } = await params;
  const read = reportAddress.safeParse(codes);
  const session = await currentSession();
  if (!isLocale(locale) || !read.success || session === null) return children;
  setRequestLocale(locale);
  const { plan, unit, period } = read.data;
  return (
    <>
      <NextIntlClientProvider messages={sentWords(await getMessages(), ["entryForm.offline"])}>
        <link rel="manifest" href={`/api/manifest?locale=${locale}`} />
        <InstallPrompt />
        <KeepOffline
          keptFor={keptFor(session)}
          build={buildId()}
          base={reportPath(planPath(locale, plan), { unit, period })}
          fields={`/api/reports/${plan}/${unit}/${period}/indicators?locale=${locale}`}
          name={`${unit} ${period}`}
        />
      </NextIntlClientProvider>
      {children}
    </>
  );
}
