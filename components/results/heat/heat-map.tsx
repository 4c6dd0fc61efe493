"use client";

import { type ComponentProps, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ChartLinks } from "@/components/results/chart-links";
import { useMap } from "@/components/results/map/use-map";
import { useKeptScroll } from "@/components/results/use-kept-scroll";
import { useRovingFocus } from "@/components/results/use-roving-focus";
import { useValues } from "@/components/results/use-values";
import { askedView, endWaiting, rememberView, type View } from "@/components/results/view-address";
import { SegmentedButtons } from "@/components/ui/switches/segmented";
import { distributionOf } from "@/lib/charts/distribution";
import { rowOnMap, rowsForMap, statusesOnMap } from "@/lib/charts/map-choice";
import { type HeatPillar, type HeatRow, noCell, unpackRows } from "@/lib/charts/prepare/prepare-heat";
import { afterEnds } from "@/lib/domain/progress/after-end";
import { chartPath, countryPath, csvPath, periodPath } from "@/lib/i18n/paths";
import { type ShownStatus, shownReasons, statusOfLetter } from "@/lib/views/shown-status";
import { HeatGoal, type HeatPlace } from "./heat-goal";
import type { HeatLabels } from "./heat-labels";
import { HeatLegend } from "./heat-legend";

/**
 * Every indicator by country and for the region. One client component with compact rows: as server components the same
 * table would cross twice, as HTML and as a description of it.
 */
export function HeatMap({
  pillars,
  place,
  labels,
}: {
  pillars: readonly HeatPillar[];
  place: HeatPlace;
  labels: HeatLabels;
}) {
  const [view, setView] = useState<View>("status");
  const [words, setWords] = useState(false);
  const [only, setOnly] = useState<ShownStatus | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [live, setLive] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const wordsBox = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => unpacked(pillars), [pillars]);
  const liveGoals = useOneByOne(live, groups.length);
  const isWhole = live && liveGoals === groups.length;
  const roving = useRovingFocus(table, "td > a", isWhole ? `${view} ${[...closed]}` : null);
  const everywhere = useMemo(() => statusesOf(groups, place.countries.length), [groups, place]);
  const [inCells, loadValues] = useValues(`${place.root}/${place.period}/figures`);
  const [map, loadMap] = useMap(`${place.root}/map-words`);
  const [onMap, setOnMap] = useState("");
  const values = view === "values" && typeof inCells === "object" ? inCells : null;
  const shownMap = view === "map" && typeof map === "object" ? map : null;
  const box = useRef<HTMLElement>(null);
  useKeptScroll(box, live && !shownMap && (view !== "values" || values !== null));
  const waiting = view === "values" ? inCells : view === "map" ? map : null;
  const isSettled = live && waiting !== "loading";
  useLayoutEffect(() => {
    if (isSettled) endWaiting();
  }, [isSettled]);
  const mappable = groups.flatMap(({ rows }) => rowsForMap(rows, place.countries.length));
  const hasMap = mappable.length > 0;
  // The legend counts what stands below it: the one indicator of a map, or all of them.
  const shown =
    shownMap && hasMap
      ? statusesOnMap(rowOnMap(mappable, onMap, place.countries.length), place.countries.length)
      : everywhere;

  const open = (next: View) => {
    setView(next);
    if (next === "values") loadValues();
    if (next === "map") loadMap();
  };
  const choose = (next: View, indicator = onMap) => {
    open(next);
    setOnMap(indicator);
    rememberView(next, indicator);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes live
  useEffect(() => {
    setLive(true);
    // Ticked before the script came: the next drawing would undo it.
    setWords(wordsBox.current?.checked ?? false);
    const asked = askedView();
    setOnMap(asked.indicator);
    if (asked.view !== "map" || hasMap) open(asked.view);
  }, []);

  const toggle = useCallback((goal: string) => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(goal)) next.add(goal);
      return next;
    });
  }, []);

  return (
    <>
      <div className="tools with-script">
        <SegmentedButtons
          label={labels.view}
          choices={[
            ["status", labels.status],
            ["values", labels.values],
            ...(hasMap ? [["map", labels.map] as const] : []),
          ]}
          chosen={view}
          onChoose={choose}
        />
        {view === "status" && (
          <label>
            <input
              ref={wordsBox}
              type="checkbox"
              checked={words}
              onChange={(event) => setWords(event.target.checked)}
            />
            {labels.showWords}
          </label>
        )}
        <p className="hint push" aria-live="polite">
          {waiting === "loading" ? labels.loading : waiting === "failed" ? labels.failed : null}
          {shownMap ? shownMap.words.hint : view === "status" || values ? labels.hint : null}
        </p>
      </div>
      <HeatLegend
        counts={distributionOf(shown)}
        within={countsWithin(shown)}
        chosen={only}
        onChoose={setOnly}
        {...{ labels, live }}
        standsOverValues={view === "values"}
      />
      {shownMap ? (
        <shownMap.View
          {...{ groups, only, place, labels }}
          words={shownMap.words}
          code={onMap}
          onChoose={(indicator) => choose("map", indicator)}
        />
      ) : (
        <>
          <section ref={box} className="heat-scroll" aria-label={labels.scrolls}>
            <table ref={table} className={`heat ${values ? "with-values" : words ? "with-words" : ""}`} {...roving}>
              <caption className="vh">{labels.caption}</caption>
              <colgroup>
                <col className="ct" />
                {place.countries.map(([code]) => (
                  <col key={code} className="cc" />
                ))}
                <col className="cr" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{labels.indicator}</th>
                  {place.countries.map(([code, name]) => (
                    <th key={code} scope="col">
                      <a href={countryPath(place.root, code, place.period)}>
                        <span className="full">{name}</span>
                        <abbr className="abbr" title={name}>
                          {code}
                        </abbr>
                      </a>
                      {place.unreported.includes(code) && <small>{labels.noReport}</small>}
                    </th>
                  ))}
                  <th scope="col">{labels.region}</th>
                </tr>
              </thead>
              {groups.map((group, index) => (
                <HeatGoal
                  key={group.goal.code}
                  {...group}
                  open={!closed.has(group.goal.code)}
                  onToggle={toggle}
                  live={index < liveGoals}
                  {...{ place, labels, values, only }}
                />
              ))}
            </table>
          </section>
          <ChartLinks
            label={labels.download}
            chart={chartPath(periodPath(`${place.root}${place.about ?? ""}`, place.period), "status")}
            csv={csvPath(periodPath(place.root, place.period))}
          />
        </>
      )}
    </>
  );
}

/** How many of a table's parts are live: one more whenever the browser has a moment, for all at once hold a phone up. */
function useOneByOne(begun: boolean, parts: number): number {
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (!begun || done >= parts) return;
    const next = () => setDone(done + 1);
    // Safari has no such callback.
    if (!window.requestIdleCallback) {
      const timer = setTimeout(next);
      return () => clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(next, { timeout: 200 });
    return () => window.cancelIdleCallback(idle);
  }, [begun, done, parts]);
  return done;
}

const countsWithin = (shown: readonly ShownStatus[]) =>
  Object.fromEntries(
    [...shownReasons, ...afterEnds].map((status) => [status, shown.filter((each) => each === status).length]),
  ) as ComponentProps<typeof HeatLegend>["within"];

interface Group {
  goal: { code: string; title: string };
  pillar: { code: string; title: string; isFirst: boolean };
  rows: HeatRow[];
}

function unpacked(pillars: readonly HeatPillar[]): Group[] {
  return pillars.flatMap(({ code, title, goals }) =>
    goals.map((goal, index) => ({
      goal,
      pillar: { code, title, isFirst: index === 0 },
      rows: unpackRows(goal.rows),
    })),
  );
}

/** The statuses of countries; the region's are worked out from them and aren't counted again. */
function statusesOf(groups: readonly Group[], countries: number): ShownStatus[] {
  return groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ letters }) => [...letters.slice(0, countries)])
    .filter((letter) => letter !== noCell)
    .map(statusOfLetter);
}
