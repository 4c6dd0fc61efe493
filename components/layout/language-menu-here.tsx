"use client";

import { usePathname } from "next/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { LanguageMenu } from "./language-menu";

/** The language switch of a page whose address only the browser knows, as under a layout. */
export function LanguageMenuHere({ locale, label }: { locale: Locale; label: string }) {
  return <LanguageMenu locale={locale} label={label} path={usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, "")} />;
}
