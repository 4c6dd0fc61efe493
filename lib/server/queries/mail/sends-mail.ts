import "server-only";
import { mailSettings } from "@/lib/server/mail/mail-settings";

/** Whether mail leaves this site at all. */
export const sendsMail = (): boolean => mailSettings() !== null;
