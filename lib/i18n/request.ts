import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "./messages";
import { defaultLocale, isLocale } from "./routing";
import { siteTimeZone } from "./site-time-zone";

/** What next-intl takes for a request. The locale comes from the layout (`setRequestLocale`), never from a header or cookie. */
export default getRequestConfig(async ({ requestLocale }) => {
  const wanted = await requestLocale;
  const locale = wanted && isLocale(wanted) ? wanted : defaultLocale;
  return { locale, messages: await messagesOf(locale), timeZone: siteTimeZone() };
});
