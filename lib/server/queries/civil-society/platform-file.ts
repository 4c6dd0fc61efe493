import "server-only";
import {
  type PlatformReportFacts,
  readPlatformReportCode,
  readsPlatformReport,
} from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import type { PlatformFileAddress } from "@/lib/schemas/publications/publication-address";
import { memberIdsOf } from "@/lib/server/civil-society/hold-platform";
import { db } from "@/lib/server/db/client";
import { platformFiles } from "@/lib/server/publications/platform-files";

/**
 * A file of a platform's report, as the report's pages offer it; null where they offer none such to that reader.
 * @param actor null: nobody is signed in
 */
export async function platformFile(
  actor: Actor | null,
  { plan, code, language, format }: PlatformFileAddress,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; sha256: string; isPublic: boolean } | null> {
  const address = readPlatformReportCode(code);
  if (!address) return null;
  const client = await db();
  const report = await client.platformReport.findFirst({
    where: { year: address.year, unit: { code: address.unit }, plan: { code: plan } },
    select: { id: true, planId: true, unitId: true, state: true, visibility: true },
  });
  if (!report || report.state === "draft") return null;
  const facts: Pick<PlatformReportFacts, "planId" | "memberIds" | "state" | "visibility"> = {
    ...report,
    memberIds: await memberIdsOf(client, report.unitId),
  };
  if (!readsPlatformReport(actor, facts)) return null;
  const files = (await platformFiles(client, report.id)).find((each) => each.language === language);
  const file =
    files && files.files.length > 0
      ? await client.publicationFile.findFirst({
          where: { format, publicationId: files.id },
          select: { name: true, bytes: true, sha256: true },
        })
      : null;
  return file && { ...file, isPublic: report.visibility === "public" };
}
