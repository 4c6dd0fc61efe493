import type { DigestMailKind, MailKind, MailState } from "@/lib/domain/mail";

/** A mail as the outbox lists it. */
export interface MailRow {
  id: number;
  /** Null of somebody without an account. */
  name: string | null;
  email: string;
  kind: UrgentOrDigest;
  /** Reports that it is about, by their codes: `THA 2016`. */
  about: string[];
  state: MailState;
  /** A code of ours, or what the mail server answered in numbers. */
  reason: string | null;
  /** When it ended, or is to leave. */
  at: string;
}

export type UrgentOrDigest = "digest" | Exclude<MailKind, DigestMailKind>;

export interface MailListView {
  mails: MailRow[];
  total: number;
  found: number;
  /** Whether anything leaves at all. */
  hasServer: boolean;
}

export interface MailView extends MailRow {
  /** What it says; null where nothing is left to say. Links that let in whoever has them are masked. */
  said: { locale: string; subject: string; text: string } | null;
}

export interface MailChoicesView {
  unwanted: DigestMailKind[];
  none: boolean;
}
