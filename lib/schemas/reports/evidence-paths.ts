import { madeForParameter } from "@/lib/schemas/forms/made-for";

// Apart from the schemas, which whoever only links to a file would carry along.

type OfReport = Record<"plan" | "unit" | "period", string>;

const evidencePath = ({ plan, unit, period }: OfReport) => `/api/reports/${plan}/${unit}/${period}/evidence`;

/**
 * Where a file is sent.
 * @param of with a locale, as a form without a script sends it, to be led back to the page of what it backs in that language
 */
export function evidenceFilesPath(
  address: OfReport,
  of: { indicator: string | null; userId: number; locale: string | null },
): string {
  const query = {
    indicator: of.indicator ?? "",
    [madeForParameter]: String(of.userId),
    ...(of.locale !== null && { page: of.locale }),
  };
  return `${evidencePath(address)}?${new URLSearchParams(query)}`;
}

/** Where documents of this site are listed that can be linked there. */
export const siteDocumentsPath = (
  { plan, unit, period }: OfReport,
  { indicator, locale }: { indicator: string | null; locale: string },
): string =>
  `/api/reports/${plan}/${unit}/${period}/documents?${new URLSearchParams({ indicator: indicator ?? "", locale })}`;

/** Where a file that backs something is, for whoever sees what it backs. */
export const evidenceFilePath = (address: OfReport, file: number): string => `${evidencePath(address)}/${file}`;
