import "server-only";
import { createHash } from "node:crypto";
import { type Actor, maySetSite } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { redrawLogo } from "@/lib/publication/redraw-logo";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets the site's mark, which stands on every page in the place of the product's, or takes it away. It is about all plans,
 * as `changeSiteSettings` is, and each plan's results version is raised.
 * @param file a PNG; null: the product's mark stands again
 * @param rowVersion of the settings that the person saw
 * @throws Refusal `notAllowed`, `logoNotPng`, `logoTooWide`, `changedMeanwhile` where somebody set something else meanwhile
 */
export async function setSiteLogo(
  actor: Actor,
  { file, rowVersion }: { file: Uint8Array | null; rowVersion: number },
): Promise<void> {
  const plans = await (await db()).plan.findMany({ select: { id: true } });
  if (!maySetSite(actor, plans)) throw new Refusal("notAllowed");
  const logo = file && (await redrawLogo(file));
  const digest = logo && createHash("sha256").update(logo.png).digest("hex");
  await transaction(async (tx) => {
    await tx.siteSettings.createMany({ data: [{ rowVersion: 0 }], skipDuplicates: true });
    const { count } = await tx.siteSettings.updateMany({ where: { rowVersion }, data: { rowVersion: rowVersion + 1 } });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const before = await tx.siteLogo.findFirst({ select: { digest: true } });
    await tx.siteLogo.deleteMany();
    if (logo && digest) await tx.siteLogo.create({ data: { ...logo, digest } });
    for (const { id: planId } of plans) await raiseVersion(tx, { planId, cause: "setting", subject: "site logo" });
    await writeAudit(tx, {
      stream: "settings",
      actorId: actor.id,
      action: digest ? "siteLogoSet" : "siteLogoRemoved",
      subject: "site logo",
      before: { logo: before?.digest ?? null },
      after: { logo: digest },
    });
  });
}
