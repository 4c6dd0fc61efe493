import "server-only";
import { resultsPath } from "@/lib/i18n/paths";
import { publicationWords } from "@/lib/i18n/publication-words";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { PictureBlock, PictureFrame } from "@/lib/publication/picture";
import { mayHaveChart, type PageView, pageChart } from "@/lib/publication/prepare/charts/page-chart";
import { anchor } from "@/lib/publication/prepare/context";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { siteAddress } from "@/lib/server/http/site-address";
import { type PublishedVersion, readableVersion } from "@/lib/server/results/read/readable-version";
import { countryProgress, goalProgress, indicatorProgress, regionalProgress } from "./public-progress";

/** The page that a chart stands on: of the region, or of one goal, country or indicator. */
export interface PictureSubject {
  plan: string;
  /** In the page's address; the present one where it is left out. */
  version?: string;
  period: string;
  goal?: string;
  country?: string;
  indicator?: string;
}

/** A chart of a public page with all that must travel with it. */
interface PagePicture {
  block: PictureBlock;
  frame: PictureFrame;
  /** In which the page really speaks. */
  language: Locale;
  /** File name without its extension, in ASCII. */
  fileStem: string;
}

/** All of one results version. null where there is no such page or chart, or the chart has nothing to draw. */
export async function pagePicture(subject: PictureSubject, chart: string, locale: Locale): Promise<PagePicture | null> {
  if (!areCodes(subject.plan) || !mayHaveChart(kindOf(subject), chart)) return null;
  const version = await readableVersion(subject.plan, subject.version ?? null);
  return (
    version && pictureOf({ ...subject, version: subject.version ?? String(version.number) }, chart, locale, version)
  );
}

async function pictureOf(
  subject: PictureSubject & { version: string },
  chart: string,
  locale: Locale,
  version: PublishedVersion,
): Promise<PagePicture | null> {
  const page = await pageOf(subject, locale);
  if (!page) return null;
  const language = spokenLocale(locale);
  const words = await publicationWords(language);
  const { t, formats } = words;
  const { plan, period: named } = page.of === "goal" ? page.view.regional : page.view;
  const period = formats.period(named);
  const found = pageChart({ words, period }, page, chart);
  if (!found) return null;
  return {
    block: found.block,
    frame: {
      running: t("publication.words.running", { title: plan.title, period }),
      date: t("publication.fact.versionOf", { version: version.number, day: formats.day(version.createdOn) }),
      address: siteAddress(`${resultsPath(locale, plan)}${found.page}`),
      notices: [
        ...(plan.isReference ? [t("publication.notice.reference")] : []),
        ...(plan.isDemonstration ? [t("publication.notice.madeUp")] : []),
      ],
    },
    language,
    fileStem: anchor(
      ...[plan.code, plan.release?.code, named.code, subject.goal, subject.country, subject.indicator].flatMap(
        (code) => code ?? [],
      ),
      chart,
      language,
    ),
  };
}

function kindOf({ goal, country, indicator }: PictureSubject): PageView["of"] {
  return goal !== undefined
    ? "goal"
    : country !== undefined
      ? "country"
      : indicator !== undefined
        ? "indicator"
        : "region";
}

async function pageOf(subject: PictureSubject & { version: string }, locale: Locale): Promise<PageView | null> {
  const { plan, version, period, goal, country, indicator } = subject;
  if (goal !== undefined) {
    const view = await goalProgress(plan, goal, period, locale, version);
    return view && { of: "goal", view };
  }
  if (country !== undefined) {
    const view = await countryProgress(plan, country, period, locale, version);
    return view && { of: "country", view };
  }
  if (indicator !== undefined) {
    const view = await indicatorProgress(plan, indicator, period, locale, version);
    return view && { of: "indicator", view };
  }
  const view = await regionalProgress(plan, period, locale, version);
  return view && { of: "region", view };
}
