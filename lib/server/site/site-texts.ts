import "server-only";
import { cache } from "react";
import { currentDatabase } from "@/lib/server/db/client";
import type { SiteLogoView } from "@/lib/views/site/site-settings-view";
import { logoView } from "./logo-view";
import { SITE_TIME_ZONE, withoutTimeZone } from "./time-zone";

/** What the site says of itself in a language. */
export interface SiteTexts {
  /** In the place of the product's name; empty where it has none of its own. */
  name: string;
  /** What stands on top of pages for now; empty where there is nothing to say. */
  notice: string;
  /** Whether visitors read the notice too. */
  noticeForAll: boolean;
  /** In the place of the product's mark. */
  logo: SiteLogoView | null;
}

const none: SiteTexts = { name: "", notice: "", noticeForAll: false, logo: null };

// English stands in for a language that has no words of its own, each text by itself.
const TEXTS = `
  SELECT COALESCE((array_agg(name ORDER BY locale = $1 DESC) FILTER (WHERE name <> ''))[1], '') AS name,
    COALESCE((array_agg(notice ORDER BY locale = $1 DESC) FILTER (WHERE notice <> ''))[1], '') AS notice,
    COALESCE((SELECT notice_for_all FROM site_settings), false) AS "noticeForAll",
    (SELECT jsonb_build_object('digest', digest, 'width', width, 'height', height) FROM site_logo) AS logo,
    ${SITE_TIME_ZONE}
  FROM site_text WHERE locale IN ($1, 'en')`;

interface TextsRow extends Omit<SiteTexts, "logo"> {
  logo: Parameters<typeof logoView>[0] | null;
  timeZone: string | null;
}

/** The site's own words in the language that a page speaks, asked once a request. A page that is built before there is a database has none. */
export const siteTexts = cache(async (language: string): Promise<SiteTexts> => {
  if (process.env.NEXT_PHASE === "phase-production-build") return none;
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<TextsRow>({ name: "site_texts", text: TEXTS, values: [language] });
  if (!rows[0]) return none;
  const { logo, ...texts } = withoutTimeZone(rows[0]);
  return { ...texts, logo: logo && logoView(logo) };
});
