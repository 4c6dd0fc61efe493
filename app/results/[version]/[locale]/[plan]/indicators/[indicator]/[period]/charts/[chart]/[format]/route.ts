import { pictureResponse } from "@/app/results/[version]/picture-response";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{
    version: string;
    locale: string;
    plan: string;
    indicator: string;
    period: string;
    chart: string;
    format: string;
  }>;
}

/** A chart of an indicator as a picture: `countries`, `region`, `map`, or one of its breakdowns: `breakdown-sex`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return pictureResponse(await params);
}
