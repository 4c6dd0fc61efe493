import "@/app/globals.css";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ChineseFont } from "@/app/chinese-font";
import { Document } from "@/components/layout/document";
import { isLocale } from "@/lib/i18n/routing";

/** Signed-in work. Who may see what is checked in each page, never here. */
export default async function WorkLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  // Public pages bring their own words to the browser, so theirs aren't needed here.
  const { public: _, ...messages } = await getMessages();
  return (
    <Document locale={locale}>
      {locale === "zh" && <ChineseFont />}
      <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
    </Document>
  );
}
