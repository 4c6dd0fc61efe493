import "@/app/globals.css";
import type { ReactNode } from "react";
import { ChineseFont } from "@/app/chinese-font";
import { Document } from "@/components/layout/document";
import { pageLocale } from "@/lib/i18n/page-locale";

/** What anyone may read, prerendered: no session, no cookie, no header, and no messages sent to the browser. */
export default async function ResultsLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = pageLocale((await params).locale);
  return (
    <Document locale={locale}>
      {locale === "zh" && <ChineseFont />}
      {children}
    </Document>
  );
}
