import "server-only";
import { invitationLinkPath, passwordLinkPath } from "@/lib/i18n/paths";
import { linkToken } from "./links";

/**
 * The path of the link that an invitation makes, in the language that it is written in; `siteAddress` makes it whole. It lets
 * its bearer in: give it to the invited person, and to whoever may keep the invitation (`mayKeepInvitation`), and to nobody
 * else. It changes when the invitation is renewed.
 */
export const pathOfInvitation = ({ id, nonce, locale }: { id: number; nonce: string; locale: string }): string =>
  invitationLinkPath(locale, linkToken("invitation", { id, nonce }));

/** The same of a link to set a password. */
export const pathOfPasswordLink = ({ id, nonce, locale }: { id: number; nonce: string; locale: string }): string =>
  passwordLinkPath(locale, linkToken("password", { id, nonce }));
