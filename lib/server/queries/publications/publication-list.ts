import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { mayMakePublication, type PublicationStep, percentDone, publicationFormats } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { spokenLocale } from "@/lib/i18n/routing";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { holdingTakenDown, holdingWhatWent } from "@/lib/server/publications/holding-taken-down";
import { storedSettings } from "@/lib/server/publications/publication-row";
import { publicationScope } from "@/lib/server/publications/publication-scope";
import { releaseChoices } from "@/lib/server/results/read/release-choices";
import { hasWords, textOrder } from "@/lib/views/found-text";
import type { PublicationListView, PublicationView } from "@/lib/views/publication-view";

/** Publications on one page of the list, where no more are asked for. */
const publicationsPerPage = 25;

/** The words of the page, by which the list is ordered and searched. */
export interface PublicationWords {
  name: (publication: PublicationView) => string;
  state: (publication: PublicationView) => string;
  /** All that a publication is found by. */
  text: (publication: PublicationView) => string;
}

/**
 * Publications of the plan that the person may read, the newest first unless they are ordered otherwise; null where there
 * are none for them.
 * @param asked the last page where there are fewer than it asks for
 */
export async function publicationList(
  actor: Actor,
  planCode: string,
  locale: Locale,
  asked: TableView,
  words: PublicationWords,
): Promise<PublicationListView | null> {
  const scope = await publicationScope(actor, planCode);
  if (!scope) return null;
  const client = await db();
  const size = asked.size ?? publicationsPerPage;
  const before = (found: number) => (Math.min(asked.page, Math.max(1, Math.ceil(found / size))) - 1) * size;
  const column = asked.sort.replace(/^-/, "");
  const order = column === "name" || column === "state" ? words[column] : null;
  const isFromEnd = column === "" || asked.sort.startsWith("-");
  const orderBy = { id: order || isFromEnd ? "desc" : "asc" } as const;
  const shared = {
    mayMake: scope.units.length > 0,
    version: scope.version,
    mayRelease: can(actor, "makeRelease", { planId: scope.planId }),
  };
  // By time the database orders and cuts them; names and states have their words and their order in the page's language.
  if (order === null && asked.find.trim() === "") {
    const total = await client.publication.count({ where: scope.readable });
    const part = { orderBy, skip: before(total), take: size };
    return { publications: await read(actor, scope, {}, locale, part), total, found: total, ...shared };
  }
  const all = await read(actor, scope, {}, locale, { orderBy });
  const isFound = hasWords(asked.find, locale);
  const found = all.filter((each) => isFound(words.text(each)));
  const compare = textOrder(locale);
  if (order) found.sort((one, other) => (isFromEnd ? -1 : 1) * compare(order(one), order(other)));
  const from = before(found.length);
  return { publications: found.slice(from, from + size), total: all.length, found: found.length, ...shared };
}

/** One of them; null for one that there isn't, or that the person may not know of. */
export async function publicationOf(
  actor: Actor,
  planCode: string,
  id: number,
  locale: Locale,
): Promise<PublicationView | null> {
  const scope = await publicationScope(actor, planCode);
  if (!scope) return null;
  const [publication] = await read(actor, scope, { id }, locale);
  return publication ?? null;
}

/** By the id of what was taken down, which publications that the person may read may still hold it. */
export async function publicationsHolding(
  actor: Actor,
  planCode: string,
  locale: Locale,
): Promise<Map<number, PublicationView[]>> {
  const found = new Map<number, PublicationView[]>();
  const scope = await publicationScope(actor, planCode);
  const holding = scope ? await holdingTakenDown(await db(), scope.planId, "all") : [];
  if (!scope || holding.length === 0) return found;
  const ids = [...new Set(holding.map(({ publicationId }) => publicationId))];
  const publications = new Map((await read(actor, scope, { id: { in: ids } }, locale)).map((each) => [each.id, each]));
  for (const { publicationId, takeDownId } of holding) {
    const publication = publications.get(publicationId);
    if (publication?.mayHoldTakenDown) found.set(takeDownId, [...(found.get(takeDownId) ?? []), publication]);
  }
  return found;
}

async function read(
  actor: Actor,
  { planId, readable }: NonNullable<Awaited<ReturnType<typeof publicationScope>>>,
  where: Prisma.PublicationWhereInput,
  locale: Locale,
  part: Pick<Prisma.PublicationFindManyArgs, "orderBy" | "skip" | "take"> = {},
): Promise<PublicationView[]> {
  const client = await db();
  const formats = formatsOf(locale);
  const rows = await client.publication.findMany({
    where: { ...where, ...readable },
    ...part,
    select: {
      id: true,
      settings: true,
      state: true,
      failure: true,
      requestedAt: true,
      finishedAt: true,
      version: true,
      unit: {
        select: {
          id: true,
          level: true,
          texts: { where: textsFor(spokenLocale(locale)), select: { locale: true, name: true } },
        },
      },
      period: { select: { code: true } },
      requester: { select: { name: true } },
      job: { select: { step: true } },
      files: { select: { format: true, name: true, size: true, sha256: true } },
    },
  });
  const releases = rows.length === 0 ? [] : await releaseChoices(planId, spokenLocale(locale));
  const ids = rows.map(({ id }) => id);
  const mayHold = rows.length === 0 ? new Set() : await holdingWhatWent(client, planId, ids);
  return rows.map(({ unit, period, requester, job, files, requestedAt, finishedAt, ...row }) => {
    const settings = storedSettings(row.settings);
    const release = releases.find(({ code, version }) =>
      row.version === null ? code === settings.release : version === row.version,
    );
    const step = (job?.step ?? "waiting") as PublicationStep;
    const inOrder = publicationFormats.flatMap((format) => files.find((file) => file.format === format) ?? []);
    return {
      mayMake: mayMakePublication(actor, settings.isInternal, { planId, unit }),
      id: row.id,
      state: row.state,
      failure: row.failure,
      version: row.version,
      settings,
      step,
      release: release ? { code: release.code, title: release.title } : null,
      isReadAnew: mayHold.has(row.id),
      mayHoldTakenDown: mayHold.has(row.id) && files.length > 0,
      unitName: inLocale(unit.texts, spokenLocale(locale))?.name ?? settings.unit,
      periodName: formats.period(period),
      percent: percentDone(step, settings.formats),
      requestedAt: requestedAt.toISOString(),
      requestedBy: requester.name,
      finishedAt: finishedAt?.toISOString() ?? null,
      files: inOrder,
    };
  });
}
