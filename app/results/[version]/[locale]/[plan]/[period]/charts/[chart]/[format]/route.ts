import { pictureResponse } from "@/app/results/[version]/picture-response";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Context {
  params: Promise<{ version: string; locale: string; plan: string; period: string; chart: string; format: string }>;
}

/** A chart of the region as a picture: `status`, `goals` or `countries`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return pictureResponse(await params);
}
