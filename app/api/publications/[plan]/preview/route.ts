import type { NextRequest } from "next/server";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { fieldProblems } from "@/lib/schemas/field-problems";
import { InvalidFields } from "@/lib/schemas/invalid-fields";
import { publicationSettings } from "@/lib/schemas/publication-forms";
import { addressFields } from "@/lib/schemas/report-forms";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationPreview } from "@/lib/server/queries/publication-preview";
import { type PreviewProblem, problemPage } from "./problem-page";

const statusOf: Record<PreviewProblem, number> = { signedOut: 401, notAllowed: 403, notFound: 404, invalid: 422 };

/** The web page of a publication as it would be made now; its settings as the builder's form sends them. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ plan: string }> }) {
  const query = request.nextUrl.searchParams;
  const page = (html: string, status: number) =>
    new Response(html, {
      status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        // The builder shows it in a frame.
        "Content-Security-Policy": htmlPolicy(html).replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
      },
    });
  const problem = async (code: PreviewProblem, status: number) =>
    page(await problemPage(query.get("locale"), code), status);
  return signedInRead(
    request,
    async (actor) => {
      const plan = addressFields.plan.safeParse((await params).plan);
      if (!plan.success) return null;
      const names = [...new Set(query.keys())];
      const chosen = names.map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : query.get(name)]);
      const settings = publicationSettings.safeParse(Object.fromEntries(chosen));
      if (!settings.success) throw new InvalidFields(fieldProblems(settings.error));
      try {
        return page(await publicationPreview(actor, plan.data, settings.data, request.signal), 200);
      } catch (error) {
        // Whoever went away meanwhile reads no answer.
        if (!request.signal.aborted) throw error;
        return new Response(null, { status: 499 });
      }
    },
    ({ code }) => {
      const said = code === "signedOut" || code === "notFound" || code === "notAllowed" ? code : "invalid";
      return problem(said, statusOf[said]);
    },
  );
}
