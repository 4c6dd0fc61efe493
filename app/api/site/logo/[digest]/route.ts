import { siteLogo } from "@/lib/server/queries/site-logo";

/** The site's mark, under an address that never shows another one. */
export async function GET(_: Request, { params }: { params: Promise<{ digest: string }> }): Promise<Response> {
  const png = await siteLogo((await params).digest);
  if (png === null) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(png, {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
