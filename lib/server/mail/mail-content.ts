import "server-only";
import type { Locale } from "@/lib/i18n/routing";

export interface MailLink {
  words: string;
  href: string;
}

/** Some lines under a heading, with where they lead. */
export interface MailPart {
  heading: string | null;
  lines: string[];
  link: MailLink | null;
}

/** A mail in words, before it has a form. */
export interface MailContent {
  locale: Locale;
  subject: string;
  greeting: string;
  lead: string | null;
  parts: MailPart[];
  /** Where its reader chooses what to be told; null for whoever has no account yet. */
  footer: MailLink | null;
}
