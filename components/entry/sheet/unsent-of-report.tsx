"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { browserMemory, onKeptChange } from "@/components/entry/memory/browser-memory";
import { afterSaving } from "@/components/entry/state/after-saving";
import { CellSaver, type Elsewhere } from "@/components/entry/state/cell-saver";
import type { CellState } from "@/components/entry/state/cell-state";
import { useEnteredText } from "@/components/entry/state/entered-text";
import { useSending } from "@/components/entry/state/entry-session";
import { EntryStore } from "@/components/entry/state/entry-store";
import { sendersOf } from "@/components/entry/state/send-cell";
import { refusedNow } from "@/components/entry/state/standing";
import { type Owner, unsentCells } from "@/components/entry/state/unsent-cells";
import { useReadAnew } from "@/components/ui/use-read-anew";
import { cellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { sheetPath } from "@/lib/i18n/paths";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { inUnitsNamed } from "@/lib/i18n/unit-naming";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { StandingView } from "@/lib/views/entry-view";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed/dimensions";

interface Unsent {
  /** Values of the report that only this browser has. */
  values: readonly Elsewhere[];
  /** Looks again, sends what can be sent, and tells whether anything was left. */
  anyLeft: () => boolean;
  /** What is mended on this page, and what saves it; null outside `UnsentProvider`. */
  mending: { store: EntryStore; saver: CellSaver; owner: Owner } | null;
}

const UnsentContext = createContext<Unsent>({ values: [], anyLeft: () => false, mending: null });

/** What of the report stands only in this browser; nothing outside `UnsentProvider`. */
export const useUnsent = (): Unsent => use(UnsentContext);

const nothing: readonly Elsewhere[] = [];

/**
 * For a page about the whole report, away from its sheet: sends what an earlier visit or another window left in the
 * browser, and what is mended here, and reads the page anew once the server has it.
 */
export function UnsentProvider({ owner, children }: { owner: Owner; children: ReactNode }) {
  const readAnew = useReadAnew();
  const { userId, plan, unit, period } = owner;
  const [{ store, saver }] = useState(() => {
    const store = new EntryStore({}, {});
    return {
      store,
      saver: new CellSaver({ store, owner, memory: browserMemory(), ...sendersOf(owner) }),
    };
  });
  useSending({ store, saver });
  const elsewhere = useSyncExternalStore(saver.subscribe, saver.elsewhere, () => nothing);
  // Those that have their fields on this page tell it there; they are listed once somebody wants to go on without them.
  const [mended, setMended] = useState(nothing);
  useEffect(() => onKeptChange(() => saver.lookAgain()), [saver]);
  const before = useRef(0);
  useEffect(() => {
    if (elsewhere.length < before.current) readAnew();
    before.current = elsewhere.length;
  }, [elsewhere.length, readAnew]);
  useEffect(
    () => store.watch(() => setMended((listed) => (listed.length > 0 ? leftIn(store, owner) : listed))),
    [store, owner],
  );
  useEffect(() => {
    let isDue = false;
    return saver.onAnswer(async ({ indicator }, { type }) => {
      if (isDue || type !== "acknowledged" || !store.knows(indicator)) return;
      isDue = true;
      await afterSaving(store);
      isDue = false;
      readAnew();
    });
  }, [saver, store, readAnew]);
  const anyLeft = useCallback(() => {
    saver.leaveAll();
    saver.lookAgain();
    saver.retry();
    const left = leftIn(store, { userId, plan, unit, period });
    setMended(left);
    return saver.elsewhere().length > 0 || left.length > 0;
  }, [saver, store, userId, plan, unit, period]);
  const values = useMemo(() => [...elsewhere, ...mended], [elsewhere, mended]);
  const value = useMemo(
    () => ({ values, anyLeft, mending: { store, saver, owner: { userId, plan, unit, period } } }),
    [values, anyLeft, store, saver, userId, plan, unit, period],
  );
  return (
    <UnsentContext key={`${userId} ${plan} ${unit} ${period}`} value={value}>
      {children}
    </UnsentContext>
  );
}

/** Why it isn't stored; null for what is on its way. */
function problemOf(phase: CellState["phase"]): Message | null {
  if (phase.at === "refused") return phase.problem;
  if (phase.at === "invalid") return phase.problems[0] ?? null;
  return phase.at === "overtaken" ? { key: "valueOvertaken" } : null;
}

/** Values of cells with fields on this page that the server doesn't have: typed here, or left by another window. */
function leftIn(store: EntryStore, owner: Owner): Elsewhere[] {
  const memory = browserMemory();
  const own = [...store.places()].flatMap(
    ([place, { typed: entered, revision: expectedRevision, phase }]): Elsewhere[] => {
      if (phase.at === "rest") return [];
      return [{ unsent: { ...place, entered, expectedRevision }, problem: problemOf(phase) }];
    },
  );
  const others = memory
    ? unsentCells(memory, owner).filter(
        (unsent) => store.knows(unsent.indicator) && store.cellAt(unsent).phase.at === "rest",
      )
    : [];
  return [...own, ...others.map((unsent) => ({ unsent, problem: unsent.refused ?? null }))];
}

/** Which values those are, why they aren't stored, and the way to each. */
export function UnsentValues({
  base,
  seen,
  dimensions,
  standing,
}: {
  /** The report's address. */
  base: string;
  /** Codes of the indicators that the person sees: another may have been taken from them since. */
  seen: readonly string[];
  dimensions: PackedDimensions;
  /** What may be entered now: a value may have been refused long ago. */
  standing: StandingView;
}) {
  const t = useTranslations("entry.unsent");
  const enteredText = useEnteredText({ isWhole: true });
  const errors = useTranslations("errors");
  const unitName = useUnitNames();
  const { values } = useUnsent();
  const because = (problem: Message, indicator: string) => {
    const now = refusedNow(problem, standing, indicator).problem;
    return now ? errors(now.key as Parameters<typeof errors>[0], inUnitsNamed(now.args, unitName)) : t("storable");
  };
  if (values.length === 0) return null;
  const crossed = unpackDimensions(dimensions);
  return (
    <div className="error-summary" id="unsent" role="status">
      <h2>{t("title", { count: values.length })}</h2>
      <p>{t("lead", { count: values.length })}</p>
      <ul>
        {values.map(({ unsent, problem }) => {
          const { indicator, cell, entered } = unsent;
          const goal = indicator.split(/[.-]/)[0] ?? "";
          const part = cell === totalCell ? "" : ` (${cellName(cell, crossed, "")})`;
          const name = `${indicator}${part}`;
          return (
            <li key={`${indicator} ${cell}`}>
              {seen.includes(indicator) ? <a href={`${sheetPath(base, goal)}#${indicator}`}>{name}</a> : name}
              {": "}
              <bdi>
                <b className="wrap-anywhere">{enteredText(entered)}</b>
              </bdi>
              . {problem ? because(problem, indicator) : unsent.overtaken ? errors("valueOvertaken") : t("waiting")}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
