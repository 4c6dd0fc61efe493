import "server-only";
import QRCode from "qrcode";
import { type Actor, twoStepRoles } from "@/lib/domain/permissions";
import { unseal } from "@/lib/server/auth/two-step/secret-box";
import { isSettingUp } from "@/lib/server/auth/two-step/setting-up";
import { secretAddress } from "@/lib/server/auth/two-step/totp";
import { db } from "@/lib/server/db/client";
import { siteTexts } from "@/lib/server/site/site-texts";
import type { TwoStepView } from "@/lib/views/signed-in-view";

/** How the actor's own second step stands. What an app has to know is told only while it is being set up. */
export async function twoStepOf(actor: Actor, now: Date): Promise<TwoStepView & { isRequired: boolean }> {
  const client = await db();
  const [own, required] = await Promise.all([
    client.twoStep.findUnique({
      where: { userId: actor.id },
      select: {
        secret: true,
        confirmedAt: true,
        createdAt: true,
        _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      },
    }),
    client.siteSettings.count({ where: { twoStepRequired: true } }),
  ]);
  const isRequired =
    actor.twoStepDue === true || (required > 0 && actor.roles.some(({ role }) => twoStepRoles.includes(role)));
  if (own?.confirmedAt) return { state: "on", recoveryCodesLeft: own._count.recoveryCodes, isRequired };
  const isBegun = own !== null && own.createdAt > isSettingUp(now).createdAt.gt;
  const secret = isBegun ? unseal(own.secret, actor.id) : null;
  if (secret === null) return { state: "off", isRequired };
  const { name } = await siteTexts(actor.locale);
  const picture = await QRCode.toString(secretAddress(secret, actor.email, name), { type: "svg", margin: 4 });
  return {
    state: "settingUp",
    isRequired,
    secret: secret.match(/.{1,4}/g)!.join(" "),
    picture: `data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`,
  };
}
