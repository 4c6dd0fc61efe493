import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "./messages";
import { spokenLocale } from "./routing";
import { siteTimeZone } from "./site-time-zone";

/** What next-intl takes for a request. The locale comes from the layout (`setRequestLocale`), never from a header or cookie. */
export default getRequestConfig(async ({ requestLocale }) => {
  // English words count in English: Burmese would give them its digits, Vietnamese no singular.
  const locale = spokenLocale((await requestLocale) ?? "");
  return { locale, messages: await messagesOf(locale), timeZone: siteTimeZone() };
});
