"use client";

import {
  type ComponentProps,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { tabMemory } from "@/components/layout/tab-memory";
import { ChartLinks } from "@/components/results/chart-links";
import { statusClass } from "@/components/results/status/status-look";
import { useRovingFocus } from "@/components/results/use-roving-focus";
import { askedView, endWaiting, rememberView, type View } from "@/components/results/view-address";
import { SegmentedButtons } from "@/components/ui/switches/segmented";
import { type Distribution, distributionOf } from "@/lib/charts/distribution";
import { rowOnMap, rowsForMap, statusesOnMap } from "@/lib/charts/map-choice";
import { type HeatPillar, type HeatRow, type HeatValues, noCell, unpackRows } from "@/lib/charts/prepare/prepare-heat";
import { type AfterEnd, afterEnds } from "@/lib/domain/progress/after-end";
import { chartPath, countryPath, csvPath, periodPath } from "@/lib/i18n/paths";
import {
  type ShownReason,
  type ShownStatus,
  shownReasons,
  shownStatuses,
  statusOfLetter,
} from "@/lib/views/shown-status";
import type { MapWords } from "../map/map-words";
import { HeatGoal, type HeatPlace } from "./heat-goal";
import type { HeatLabels } from "./heat-labels";

/** Colour, icon and word of every status with how often it occurs; choosing one dims the other cells. */
function HeatLegend({
  counts,
  within,
  chosen,
  onChoose,
  labels,
  live,
  standsOverValues,
}: {
  counts: Distribution;
  /** Of the reasons within "not assessed", and of what stands after the plan's end. */
  within: Record<ShownReason | AfterEnd, number>;
  chosen: ShownStatus | null;
  onChoose: (status: ShownStatus | null) => void;
  labels: HeatLabels;
  /** Nothing can be chosen before the page's script runs. */
  live: boolean;
  /** Below it stand values, of which more may be suppressed than statuses are. */
  standsOverValues: boolean;
}) {
  const note = useId();
  const after = afterEnds.filter((each) => within[each] > 0);
  const item = (status: ShownStatus, count: number) => {
    const content = (
      <>
        <span className={`square s ${statusClass[status]}`}></span>
        {`${labels.words[status]} `}
        <b>{count}</b>
      </>
    );
    return (
      <li key={status}>
        {live ? (
          <button
            type="button"
            aria-describedby={status === "suppressed" && count > 0 ? note : undefined}
            aria-pressed={chosen === status}
            onClick={() => onChoose(chosen === status ? null : status)}
          >
            {content}
          </button>
        ) : (
          <span className="still">{content}</span>
        )}
      </li>
    );
  };
  return (
    <>
      <ul className="legend" aria-label={labels.legend}>
        {counts.map((count, index) => item(shownStatuses[index]!, count))}
        <li className="gap" aria-hidden="true" />
        <li className="hint reasons">{labels.ofWhich}</li>
        {shownReasons
          .filter((reason) => !["noReport", "notApplicable"].includes(reason) || within[reason] > 0)
          .map((reason) => item(reason, within[reason]))}
        {after.length > 0 && <li className="hint reasons">{labels.afterEnd}</li>}
        {after.map((each) => item(each, within[each]))}
      </ul>
      <p className={`hint mt-2 ${standsOverValues ? "" : "of-values"}`}>{labels.countsStatuses}</p>
      {within.suppressed > 0 && (
        <p className="hint mt-2" id={note}>
          {labels.suppressedMeans}
        </p>
      )}
    </>
  );
}

interface LoadedMap {
  View: typeof import("../map/map-view").MapView;
  words: MapWords;
}

/** The map with its shapes and words, which most readers never ask for: loaded at the first look, and again if that failed. */
function useMap(address: string): [LoadedMap | "none" | "loading" | "failed", () => void] {
  const [map, setMap] = useState<LoadedMap | "none" | "loading" | "failed">("none");
  const load = () => {
    if (map !== "none" && map !== "failed") return;
    setMap("loading");
    Promise.all([import("../map/map-view"), fetchWords(address)])
      .then(([{ MapView }, words]) => setMap({ View: MapView, words }))
      .catch(() => setMap("failed"));
  };
  return [map, load];
}

async function fetchWords(address: string): Promise<MapWords> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/**
 * Brings a box that scrolls within itself back to where it was, as a browser does with the page: on the way back and on
 * a reload, not on another visit.
 * @param settled its content is as large as it was
 */
function useKeptScroll(box: RefObject<HTMLElement | null>, settled: boolean) {
  useEffect(() => {
    const scrolls = box.current;
    if (!settled || !scrolls) return;
    const key = `spaiv-scroll${location.pathname}`;
    const memory = tabMemory();
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type === "back_forward" || visit?.type === "reload") {
      const [left = 0, top = 0] = (memory?.getItem(key) ?? "").split(" ").map(Number);
      if (scrolls.scrollLeft === 0 && scrolls.scrollTop === 0) scrolls.scrollTo({ left, top, behavior: "instant" });
    }
    const keep = () => {
      try {
        memory?.setItem(key, `${scrolls.scrollLeft} ${scrolls.scrollTop}`);
      } catch {
        // A full memory: nothing is lost but the place.
      }
    };
    scrolls.addEventListener("scroll", keep, { passive: true });
    return () => scrolls.removeEventListener("scroll", keep);
  }, [box, settled]);
}

type ValuesState = Record<string, HeatValues> | "none" | "loading" | "failed";

/** The heat map's values, which most readers never ask for: fetched at the first look, and again if that failed. */
function useValues(address: string): [ValuesState, () => void] {
  const [values, setValues] = useState<ValuesState>("none");
  const load = () => {
    if (values !== "none" && values !== "failed") return;
    setValues("loading");
    fetch(address)
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        setValues(await response.json());
      })
      .catch(() => setValues("failed"));
  };
  return [values, load];
}

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
