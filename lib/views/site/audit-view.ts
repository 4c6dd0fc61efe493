import type { AuditCursor } from "@/lib/schemas/addresses/audit-filter";

/** What an event says beside itself; why it says nothing where it doesn't. */
export type AuditSaid = { before: unknown; after: unknown } | "nothing" | "erased" | "withheld";

export interface AuditEventView {
  stream: string;
  sequence: number;
  at: string;
  /** Who did it: a name where the reader may know it, else a number; null where nobody was signed in. */
  actor: { id: number; name: string | null } | null;
  /** Done by a member of civil society, who isn't named: `actor` is null then. */
  isByAuthor: boolean;
  action: string;
  subject: string;
  said: AuditSaid;
  /** What its subject's person or organisation is called now; null for one that the reader may not name, or that is gone. */
  subjectName: string | null;
}

/** The last time that the whole audit was verified, or the present one. */
export interface AuditVerificationView {
  goingOn: { percent: number } | null;
  /** It was given up or failed after the last one that came to its end. */
  hasFailed: boolean;
  last: {
    at: string;
    streams: number;
    events: number;
    redacted: number;
    anchors: number;
    faults: number;
    first: { stream: string | null; sequence: number | null; fault: string } | null;
  } | null;
}

export interface AuditPageView {
  events: AuditEventView[];
  older: AuditCursor | null;
  plans: { id: number; name: string }[];
  units: { id: number; name: string }[];
  /** Whom the words for a person may mean, where that isn't one: nobody, or several. */
  people: { id: number; name: string; email: string }[] | null;
  /** Verifying, which reads every event, is for whoever may see all of them. */
  verification: AuditVerificationView | null;
}
