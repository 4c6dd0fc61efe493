import "server-only";
import {
  type FigurePlace as CodedPlace,
  figureId,
  linkFigures,
  type TableFigure,
} from "@/lib/domain/suppression/tables/link-figures";
import type { Increment, LinkedFigure, LinkedFigures, Sum } from "@/lib/domain/suppression/tables/linked-figures";

/** All figures of a group that stood side by side in one results version. */
export interface Snapshot {
  version: number;
  figures: readonly SnapshotFigure[];
}

export interface SnapshotFigure extends TableFigure {
  /** The last version that a figure stood in that gave way to another; null for a present one. */
  until: number | null;
}

interface GroupShape {
  countsPersons: boolean;
  isCumulative: boolean;
  periods: readonly string[];
}

/**
 * The present figures of a group, tied to one another and to all that gave way to them: what a reader who kept earlier
 * releases can add and subtract. In each of those, a sum ties figures that changed since to others that still stand.
 */
export function linkSnapshots(
  shape: GroupShape,
  present: readonly TableFigure[],
  earlier: readonly Snapshot[],
): LinkedFigures {
  const now = linkFigures({ ...shape, figures: present });
  const figures = new Map(now.figures.map((figure) => [figure.id, figure]));
  const presentIds = new Set(figures.keys());
  const isFormer = (id: string) => !presentIds.has(id);
  const sums = new Map<string, Sum>();
  const increments = new Map<string, Increment>();
  for (const { version, figures: shown } of earlier) {
    const idNow = new Map(shown.map((figure) => [figureId(figure), presentId(figure)]));
    // A cell that nobody reported, but that ties others, ties them in this snapshot alone.
    const rename = (id: string) => idNow.get(id) ?? `${id}@${version}`;
    const then = linkFigures({ ...shape, figures: shown });
    for (const sum of then.sums) {
      const renamed = { ...sum, total: rename(sum.total), parts: sum.parts.map(rename) };
      if ([renamed.total, ...renamed.parts].some(isFormer)) sums.set(JSON.stringify(renamed), renamed);
    }
    for (const increment of then.increments) {
      const renamed = { ...increment, from: rename(increment.from), to: rename(increment.to) };
      if (isFormer(renamed.from) || isFormer(renamed.to)) increments.set(JSON.stringify(renamed), renamed);
    }
    for (const figure of then.figures)
      addUnlessKnown(figures, { ...figure, id: rename(figure.id), table: `${figure.table}@${version}` });
  }
  return {
    countsPersons: shape.countsPersons,
    figures: [...figures.values()],
    sums: [...now.sums, ...sums.values()],
    increments: [...now.increments, ...increments.values()],
  };
}

const presentId = ({ until, ...place }: SnapshotFigure): string =>
  until === null ? figureId(place) : figureId({ ...codedPlace(place), version: until });

const codedPlace = ({ unit, period, cell }: CodedPlace): CodedPlace => ({ unit, period, cell });

function addUnlessKnown(figures: Map<string, LinkedFigure>, figure: LinkedFigure) {
  if (!figures.has(figure.id)) figures.set(figure.id, figure);
}
