import { useLocale, useTimeZone } from "next-intl";
import { type Moments, momentsOf } from "./moments";

/** Moments in the page's language, as the site's clock stood. */
export const useMoments = (): Moments => momentsOf(useLocale(), useTimeZone()!);
