import "server-only";
import { usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { usualSession } from "@/lib/domain/site-settings";
import { currentDatabase, type Transaction } from "@/lib/server/db/client";

/** The row of settings as it stands, or what holds where nothing was set. */
export async function siteSettings(client: Pick<Transaction, "siteSettings">) {
  const row = await client.siteSettings.findFirst({
    select: {
      defaultLocale: true,
      sessionHours: true,
      idleMinutes: true,
      noticeForAll: true,
      rowVersion: true,
      twoStepRequired: true,
      timeZone: true,
      replyDays: true,
      safetyCheckDays: true,
      defaultPlan: { select: { code: true } },
    },
  });
  if (row) return { ...row, defaultPlan: row.defaultPlan?.code ?? null };
  return {
    defaultLocale: null,
    defaultPlan: null,
    timeZone: null,
    noticeForAll: false,
    twoStepRequired: false,
    rowVersion: 0,
    sessionHours: usualSession.hours,
    idleMinutes: usualSession.idleMinutes,
    ...usualReplyClocks,
  };
}

/** The language for visitors none of whose browser's languages there is; null: English. */
export async function siteDefaultLocale(): Promise<string | null> {
  const { pool } = await currentDatabase();
  const text = "SELECT default_locale AS locale FROM site_settings";
  const { rows } = await pool.query<{ locale: string | null }>({ name: "default_locale", text });
  return rows[0]?.locale ?? null;
}
