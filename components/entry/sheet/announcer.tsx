"use client";

import { useTranslations } from "next-intl";
import { useEffect, useReducer, useRef } from "react";
import { useErrorText } from "@/components/entry/fields/cell-problems";
import type { CellState } from "@/components/entry/state/cell-state";
import type { EntryStore, Place } from "@/components/entry/state/entry-store";
import { savingNews } from "@/components/entry/state/saving-news";
import { refusedNow, type Standing } from "@/components/entry/state/standing";
import { fewCodes } from "@/components/entry/undo/few-codes";
import { AloudText, sayNext, silent } from "@/components/ui/aloud";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { changerOf, type DimensionView } from "@/lib/views/report-view";

interface Said {
  text: string;
  isAloud: boolean;
  times: number;
}

const nothing: Said = { text: "", isAloud: false, times: 0 };
/** So long news are gathered: whoever pastes a column hears of it once. */
const gatherMs = 900;
/** News of a save that follow on what was said so soon are told behind it, so that neither replaces the other. */
const togetherMs = 3000;

/**
 * Says aloud what becomes of what was typed, in one place, and politely: saved when the server says so, not saved and why,
 * queued. `said` is said at once.
 */
export function Announcer({
  store,
  said = nothing,
  standing,
  dimensions,
}: {
  store: EntryStore;
  said?: Said;
  /** Where a page hears that the report takes values again. */
  standing?: Standing;
  /** By which parts are named; left out where a page has one indicator under the hand. */
  dimensions?: readonly DimensionView[];
}) {
  const t = useTranslations("entryForm.aloud");
  const errorText = useErrorText();
  const nameOf = ({ indicator, cell }: Place) =>
    cell === totalCell || !dimensions ? indicator : `${indicator}, ${cellName(cell, dimensions, indicator)}`;
  /** It was refused, and could be stored by now. */
  const isOver = ({ indicator }: Place, phase?: CellState["phase"]) =>
    phase?.at === "refused" && !!standing && !refusedNow(phase.problem, standing.now(), indicator).problem;
  const [aloud, say] = useReducer(sayNext, silent);
  // Words are asked for when there is news, so that another drawing doesn't begin the gathering anew.
  const words = useRef({ t, errorText, nameOf, isOver });
  useEffect(() => {
    words.current = { t, errorText, nameOf, isOver };
  });
  const last = useRef({ text: "", at: 0 });
  const toldRefused = useRef<Place[]>([]);
  useEffect(() => {
    last.current = { text: said.isAloud ? said.text : "", at: performance.now() };
    if (last.current.text !== "") say(said.text);
  }, [said]);
  useEffect(() => {
    const news = new Map<string, [Place, CellState]>();
    let timer = 0;
    const tell = () => {
      const { t, errorText, nameOf, isOver } = words.current;
      const { saved, some, queued, overtaken, refused } = savingNews([...news.values()]);
      news.clear();
      // One that is told as storable isn't told so again.
      toldRefused.current = refused.flatMap(([place, { phase }]) => (isOver(place, phase) ? [] : [place]));
      const parts = [
        ...(saved.length > 0 ? [t("saved", { count: saved.length, ...fewCodes(saved) })] : []),
        ...some.map((each) => t("savedSome", each)),
        ...(queued.length > 0 ? [t("queued", { count: queued.length })] : []),
        ...overtaken.map(([place, { phase }]) => {
          const by = phase.at === "overtaken" ? changerOf(phase.changed) : "none";
          return t("overtaken", { code: nameOf(place), by });
        }),
        ...refused.map(([place, { phase }]) => {
          const problem =
            phase.at === "invalid" ? phase.problems[0] : phase.at === "refused" ? phase.problem : undefined;
          if (isOver(place, phase)) return t("storable", { codes: nameOf(place) });
          return t("notSaved", { code: nameOf(place), problem: problem ? errorText(problem) : "" });
        }),
      ];
      const isRecent = performance.now() - last.current.at < togetherMs;
      if (parts.length > 0) say([...(isRecent ? [last.current.text] : []), ...parts].join(" ").trim());
    };
    const stop = store.watch((place, state, { event }) => {
      const { at } = state.phase;
      if (at === "typing" || at === "waiting" || at === "sending") return;
      const key = `${place.indicator} ${place.cell}`;
      // At rest without an answer it was taken back, or learned of: nothing was saved by it, and nothing is wrong any more.
      if (at === "rest" && event.type !== "acknowledged") {
        news.delete(key);
        if (event.type !== "learned") say("");
        return;
      }
      news.set(key, [place, state]);
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, gatherMs);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store]);
  // A refusal that is over isn't left standing as the last word.
  useEffect(
    () =>
      standing?.subscribe(() => {
        const { t, nameOf, isOver } = words.current;
        const free = toldRefused.current.filter((place) =>
          isOver(place, store.all()[place.indicator]?.[place.cell]?.phase),
        );
        if (free.length === 0) return;
        toldRefused.current = [];
        say(t("storable", { codes: free.map(nameOf).join("; ") }));
      }),
    [store, standing],
  );
  return (
    <p className="vh" role="status">
      <AloudText aloud={aloud} />
    </p>
  );
}
