import { getTranslations } from "next-intl/server";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";

const sheet = `
:root{color-scheme:light dark;font:1rem/1.55 "Noto Sans",system-ui,sans-serif}
main{max-width:34rem;padding:1rem}
h1{font-size:1.125rem}
`;

export type PreviewProblem = "signedOut" | "notAllowed" | "notFound" | "invalid";

/** Stands in the frame in place of a preview, and says why. */
export async function problemPage(asked: string | null, code: PreviewProblem) {
  const locale = asked !== null && isLocale(asked) ? asked : defaultLocale;
  const t = await getTranslations({ locale, namespace: "publications.preview" });
  const title = text(t("problemTitle"));
  const head = `<meta charset="utf-8"><title>${title}</title><style>${sheet}</style>`;
  const body = `<main><h1>${title}</h1><p>${text(t(`problem.${code}`))}</p></main>`;
  return `<!doctype html><html lang="${spokenLocale(locale)}"><head>${head}</head><body>${body}</body></html>`;
}

const text = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
