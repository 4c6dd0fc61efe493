import "@/app/globals.css";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ChineseFont } from "@/app/chinese-font";
import { Document } from "@/components/layout/document";
import { FocusKept } from "@/components/ui/focus-kept";
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
  return (
    <Document locale={locale}>
      {locale === "zh" && <ChineseFont />}
      <FocusKept />
      {children}
    </Document>
  );
}
