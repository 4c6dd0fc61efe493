import { csvResponse } from "@/app/results/[version]/csv-response";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string; period: string }>;
}

/** The totals of every indicator, country and the region in a period. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, ...subject } = await params;
  return csvResponse(locale, subject);
}
