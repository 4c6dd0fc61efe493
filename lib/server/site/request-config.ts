import "server-only";
import { getRequestConfig } from "next-intl/server";
import { type Messages, messagesOf } from "@/lib/i18n/messages";
import { plainMessage } from "@/lib/i18n/plain-message";
import { spokenLocale } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { type SiteTexts, siteTexts } from "./site-texts";

/** What next-intl takes for a request. The locale comes from the layout (`setRequestLocale`), never from a header or cookie. */
export default getRequestConfig(async ({ requestLocale }) => {
  // English words count in English: Burmese would give them its digits, Vietnamese no singular.
  const locale = spokenLocale((await requestLocale) ?? "");
  const [messages, texts] = await Promise.all([messagesOf(locale), siteTexts(locale)]);
  return { locale, messages: withSiteTexts(messages, texts), timeZone: siteTimeZone() };
});

/** The same messages with what the site says of itself: its name in its bar and in titles, its mark, and its notice. */
function withSiteTexts(messages: Messages, { name, notice, noticeForAll, logo }: SiteTexts): Messages {
  if (!name && !notice && !logo) return messages;
  const { common } = messages;
  const product = name ? plainMessage(name) : common.product;
  const pageTitle = common.pageTitle.replace(common.product, () => product);
  const signedIn = plainMessage(notice);
  const siteNotice = { signedIn, everybody: noticeForAll ? signedIn : "" };
  const mark = logo ? { address: logo.address, width: String(logo.width), height: String(logo.height) } : common.logo;
  return { ...messages, common: { ...common, product, pageTitle, siteNotice, logo: mark } };
}
