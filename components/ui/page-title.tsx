"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";

const RefusedPage = createContext(false);

/** Around a page: whether it answers a form that was refused, whichever of its forms that is. */
export function AnsweredPage({ isRefused, children }: { isRefused: boolean; children: ReactNode }) {
  return <RefusedPage value={isRefused}>{children}</RefusedPage>;
}

/**
 * The browser's title. A form that was refused says so first: it is what a screen reader hears after sending it.
 * @param refused the form that draws the title was refused
 */
export function PageTitle({ title, refused = false }: { title: string; refused?: boolean }) {
  const common = useTranslations("common");
  const whole = common("pageTitle", { title });
  return <title>{use(RefusedPage) || refused ? `${common("errorPrefix")} ${whole}` : whole}</title>;
}
