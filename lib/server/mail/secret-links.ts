import "server-only";
import type { Locale } from "@/lib/i18n/routing";
import type { Transaction } from "@/lib/server/db/client";

/** A link that lets in whoever has it, and until when it does. */
export interface SecretLink {
  /** Its page, from lib/i18n/paths. */
  path: (locale: Locale) => string;
  until: Date;
}

type LinkOf = (client: Transaction, id: number) => Promise<SecretLink | null>;

/**
 * How a mail finds the link that it hands over, by what it is about; null where the link isn't good any more, and the mail is
 * dropped. It is asked for when the mail leaves, and stands in no row of the queue.
 */
export const secretLinks: Record<"invitation" | "passwordLink", LinkOf> = {
  invitation: async () => null,
  passwordLink: async () => null,
};
