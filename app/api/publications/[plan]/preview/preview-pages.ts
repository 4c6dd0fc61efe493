import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { getTranslations } from "next-intl/server";
import { type PreviewStep, previewSteps } from "@/lib/domain/publication";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";

// What stands in the frame of a preview while there is none, and why.

const sheet = `
:root{color-scheme:light dark;font:1rem/1.55 "Noto Sans",system-ui,sans-serif;background:Canvas}
main{max-width:34rem;padding:1rem}
h1{font-size:1.125rem}
progress{display:block;width:100%;max-width:20rem;height:.75rem;accent-color:#0f766e}
`;

export type PreviewProblem = "signedOut" | "notAllowed" | "notFound" | "invalid";

/** Says why there is no preview. */
export const problemPage = (asked: string | null, code: PreviewProblem) =>
  pageOf(asked, (t) => ({ title: t("preview.problemTitle"), body: [h("p", t(`preview.problem.${code}`))] }));

/**
 * Says what is being done.
 * @param stop address that ends it
 */
export const makingPage = (asked: string | null, step: PreviewStep, stop: string) =>
  pageOf(asked, (t) => {
    const said = t("progress.step", { step });
    const done = previewSteps.indexOf(step) + 0.5;
    return {
      title: t("preview.making"),
      body: [
        h("p", { role: "status" }, said),
        h("progress", { max: previewSteps.length, value: done, ariaLabel: said }),
        h("p", h("a", { href: stop }, t("preview.stop"))),
      ],
    };
  });

/** @param again address of the preview */
export const stoppedPage = (asked: string | null, again: string) =>
  pageOf(asked, (t) => ({
    title: t("preview.stopped"),
    body: [h("p", h("a", { href: again }, t("preview.again")))],
  }));

type Words = Awaited<ReturnType<typeof getTranslations<"publications">>>;

async function pageOf(asked: string | null, write: (t: Words) => { title: string; body: ReturnType<typeof h>[] }) {
  const locale = asked !== null && isLocale(asked) ? asked : defaultLocale;
  const { title, body } = write(await getTranslations({ locale, namespace: "publications" }));
  const head = h("head", [h("meta", { charSet: "utf-8" }), h("title", title), h("style", sheet)]);
  const page = h("html", { lang: spokenLocale(locale) }, [head, h("body", h("main", [h("h1", title), ...body]))]);
  return `<!doctype html>${toHtml(page)}`;
}
