import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import {
  type PublicationSettings,
  type PublicationStep,
  percentDone,
  publicationFormats,
} from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { unitsToMakeAbout } from "@/lib/server/publications/units-to-make-about";
import type { PublicationListView, PublicationView } from "@/lib/views/publication-view";

/** Publications on one page of the list. */
const publicationsPerPage = 25;

/**
 * Publications of the plan that the person may read; null where there are none to make for them either.
 * @param asked the page, from 1; the last one where there are fewer
 */
export async function publicationList(
  actor: Actor,
  planCode: string,
  locale: Locale,
  asked = 1,
): Promise<PublicationListView | null> {
  const scope = await unitsToMakeAbout(actor, planCode);
  if (!scope) return null;
  const client = await db();
  const pages = Math.max(
    1,
    Math.ceil((await client.publication.count({ where: scope.readable })) / publicationsPerPage),
  );
  const page = Math.min(asked, pages);
  const publications = await read(scope.readable, locale, page);
  return { publications, page, pages, version: scope.version };
}

/** One of them; null for one that there isn't, or that the person may not know of. */
export async function publicationOf(
  actor: Actor,
  planCode: string,
  id: number,
  locale: Locale,
): Promise<PublicationView | null> {
  const scope = await unitsToMakeAbout(actor, planCode);
  if (!scope) return null;
  const [publication] = await read({ id, ...scope.readable }, locale);
  return publication ?? null;
}

async function read(where: Prisma.PublicationWhereInput, locale: Locale, page = 1): Promise<PublicationView[]> {
  const client = await db();
  const formats = formatsOf(locale);
  const rows = await client.publication.findMany({
    where,
    orderBy: { id: "desc" },
    skip: (page - 1) * publicationsPerPage,
    take: publicationsPerPage,
    select: {
      ...{
        id: true,
        settings: true,
        state: true,
        failure: true,
        step: true,
        requestedAt: true,
        finishedAt: true,
        version: true,
      },
      unit: { select: { texts: { where: textsFor(spokenLocale(locale)), select: { locale: true, name: true } } } },
      period: { select: { code: true, startsOn: true, frequency: true } },
      requester: { select: { name: true } },
      files: { select: { format: true, name: true, size: true, sha256: true } },
    },
  });
  return rows.map(({ unit, period, requester, files, requestedAt, finishedAt, ...row }) => {
    // Written by `requestPublication` and `say` alone, under these very types.
    const settings = row.settings as unknown as PublicationSettings;
    const step = row.step as PublicationStep;
    const inOrder = publicationFormats.flatMap((format) => files.find((file) => file.format === format) ?? []);
    return {
      ...{ id: row.id, state: row.state, failure: row.failure, version: row.version, settings, step },
      unitName: inLocale(unit.texts, spokenLocale(locale))?.name ?? settings.unit,
      periodName: formats.period({ ...period, startsOn: dayOf(period.startsOn) }),
      percent: percentDone(step, settings.formats),
      requestedAt: requestedAt.toISOString(),
      requestedBy: requester.name,
      finishedAt: finishedAt?.toISOString() ?? null,
      files: inOrder,
    };
  });
}
