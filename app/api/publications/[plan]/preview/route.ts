import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { type PreviewStep, previewSteps } from "@/lib/domain/publication";
import { defaultLocale, isLocale, spokenLocale } from "@/lib/i18n/routing";
import { type Notice, noticePage } from "@/lib/publication/html/notice-page";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { previewRequest, publicationSettings } from "@/lib/schemas/publications/publication-forms";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { stopPublicationPreview } from "@/lib/server/commands/stop-publication-preview";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationPreview } from "@/lib/server/queries/publications/publication-preview";

// What stands in the frame of a preview while there is none, and why.

type PreviewProblem = "signedOut" | "notAllowed" | "notFound" | "invalid";

/** Says why there is no preview. */
const problemPage = (asked: string | null, code: PreviewProblem) =>
  pageOf(asked, (t) => ({ title: t("preview.problemTitle"), text: t(`preview.problem.${code}`) }));

/**
 * Says what is being done.
 * @param stop address that ends it
 */
const makingPage = (asked: string | null, step: PreviewStep, stop: string) =>
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
const endedPage = (asked: string | null, state: "stopped" | "failed", again: string) =>
  pageOf(asked, (t) => ({
    title: t(`preview.${state}`),
    link: { text: t(state === "stopped" ? "preview.again" : "preview.retry"), address: again },
  }));

type Words = Awaited<ReturnType<typeof getTranslations<"publications">>>;

async function pageOf(asked: string | null, write: (t: Words) => Notice) {
  const locale = asked !== null && isLocale(asked) ? asked : defaultLocale;
  return noticePage(spokenLocale(locale), write(await getTranslations({ locale, namespace: "publications" })));
}

const statusOf: Record<PreviewProblem, number> = { signedOut: 401, notAllowed: 403, notFound: 404, invalid: 422 };

/**
 * The web page of a publication as it would be made now; its settings as the builder's form sends them. A page that says
 * how far it is stands in its place until then, and asks again by itself, also in a frame without scripts.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ plan: string }> }) {
  const query = new URLSearchParams(request.nextUrl.search);
  const { locale, seen, stop } = previewRequest.parse(
    Object.fromEntries(Object.keys(previewRequest.shape).map((name) => [name, query.get(name)])),
  );
  for (const name of Object.keys(previewRequest.shape)) query.delete(name);
  const shown = (body: BodyInit, policy: string, status: number, headers?: HeadersInit) =>
    new Response(body, {
      status,
      headers: {
        ...headers,
        "Content-Type": "text/html; charset=utf-8",
        // The builder shows it in a frame.
        "Content-Security-Policy": policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
      },
    });
  const page = (html: string, status: number, headers?: HeadersInit) => shown(html, htmlPolicy(html), status, headers);
  const here = (more: Record<string, string>) =>
    `?${new URLSearchParams([...query, ...(locale ? [["locale", locale]] : []), ...Object.entries(more)])}`;
  return signedInRead(
    request,
    async (actor) => {
      const plan = addressFields.plan.safeParse((await params).plan);
      if (!plan.success) return null;
      const names = [...new Set(query.keys())];
      const chosen = names.map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : query.get(name)]);
      const settings = publicationSettings.safeParse(Object.fromEntries(chosen));
      if (!settings.success) throw new InvalidFields(fieldProblems(settings.error));
      if (stop) {
        await stopPublicationPreview(actor, plan.data, settings.data);
        return page(await endedPage(locale, "stopped", here({})), 200);
      }
      const answer = await publicationPreview(actor, plan.data, settings.data, seen, request.signal);
      if (answer.state === "ready") return shown(answer.page.bytes, answer.page.policy, 200);
      if (answer.state !== "making") {
        const status = answer.state === "failed" ? 500 : 200;
        return page(await endedPage(locale, answer.state, here({})), status);
      }
      const { step } = answer;
      // Of the header, unlike the same in the page, a frame without scripts takes notice.
      const again = { Refresh: `0; url=${here({ seen: step })}` };
      return page(await makingPage(locale, step, here({ stop: "1" })), 200, again);
    },
    async ({ code }) => {
      const said = code === "signedOut" || code === "notFound" || code === "notAllowed" ? code : "invalid";
      return page(await problemPage(locale, said), statusOf[said]);
    },
  );
}
