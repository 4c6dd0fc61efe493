import { getTranslations } from "next-intl/server";
import { type PreviewStep, previewSteps } from "@/lib/domain/publication";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";
import { type Notice, noticePage } from "@/lib/publication/html/notice-page";

// What stands in the frame of a preview while there is none, and why.

export type PreviewProblem = "signedOut" | "notAllowed" | "notFound" | "invalid";

/** Says why there is no preview. */
export const problemPage = (asked: string | null, code: PreviewProblem) =>
  pageOf(asked, (t) => ({ title: t("preview.problemTitle"), text: t(`preview.problem.${code}`) }));

/**
 * Says what is being done.
 * @param stop address that ends it
 */
export const makingPage = (asked: string | null, step: PreviewStep, stop: string) =>
  pageOf(asked, (t) => ({
    title: t("preview.making"),
    text: t("progress.step", { step }),
    progress: { value: previewSteps.indexOf(step) + 0.5, max: previewSteps.length },
    link: { text: t("preview.stop"), address: stop },
  }));

/**
 * Says that it was stopped, or couldn't be made.
 * @param again address of the preview
 */
export const endedPage = (asked: string | null, state: "stopped" | "failed", again: string) =>
  pageOf(asked, (t) => ({
    title: t(`preview.${state}`),
    link: { text: t(state === "stopped" ? "preview.again" : "preview.retry"), address: again },
  }));

type Words = Awaited<ReturnType<typeof getTranslations<"publications">>>;

async function pageOf(asked: string | null, write: (t: Words) => Notice) {
  const locale = asked !== null && isLocale(asked) ? asked : defaultLocale;
  return noticePage(spokenLocale(locale), write(await getTranslations({ locale, namespace: "publications" })));
}
