import type { NextRequest } from "next/server";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { previewRequest, publicationSettings } from "@/lib/schemas/publications/publication-forms";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { stopPublicationPreview } from "@/lib/server/commands/stop-publication-preview";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationPreview } from "@/lib/server/queries/publications/publication-preview";
import { endedPage, makingPage, type PreviewProblem, problemPage } from "./preview-pages";

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
