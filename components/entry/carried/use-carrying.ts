import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/entry/fields/cell-problems";
import { afterSaving } from "@/components/entry/state/after-saving";
import { blankEntered } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import type { Change } from "@/components/entry/undo/change-stack";
import { tellStored } from "@/components/offline/stored-here";
import type { Message } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { CellViews } from "@/lib/views/report-view";

/** What the server answers: the indicators that it was about, as they are now. */
interface Answer {
  indicators: { indicator: string; cells: CellViews }[];
  left?: string[];
}

/** Carries values of the period before over, and confirms those that were: each in one request, and undone as one change. */
export function useCarrying() {
  const t = useTranslations("entryForm.carried");
  const errorText = useErrorText();
  const { store, saver, changes, say, onCarried, hidden, userId } = useEntry();
  const { plan, unit, period } = hidden;

  const ask = async (method: "POST" | "PUT", body: object): Promise<Answer | null> => {
    // What is being typed is stored first: what was answered meanwhile stays.
    saver.leaveAll();
    await afterSaving(store);
    try {
      const response = await fetch(`/api/reports/${plan}/${unit}/${period}/values/carried`, {
        method,
        headers: { "Content-Type": "application/json", ...madeFor(userId) },
        body: JSON.stringify(body),
      });
      const answer = await response.json();
      if (response.ok) {
        tellStored();
        return answer;
      }
      const { code: key, args } = (answer as { refusal: { code: Message["key"]; args: Message["args"] } }).refusal;
      say(`${errorText({ key, args })}.`);
    } catch {
      say(t("unreachable"));
    }
    return null;
  };
  const learn = ({ indicators }: Answer, heard: (place: { indicator: string; cell: string }) => void = () => {}) => {
    for (const { indicator, cells } of indicators)
      for (const [cell, present] of Object.entries(cells)) {
        const place = { indicator, cell };
        if (store.dispatch(place, { type: "learned", present, at: present.savedAt })) heard(place);
      }
  };

  return {
    /**
     * @param wanted codes, or every unanswered one whose values hold until they change
     * @param undone what was carried over and taken back, and is done again by this
     */
    carry: async (wanted: readonly string[] | "unanswered", undone: Change | null = null) => {
      const answer = await ask("POST", { wanted });
      if (!answer) return;
      const note = () =>
        learn(answer, (place) => {
          const { type } = store.rulesOf(place.indicator);
          changes.note(place, blankEntered(type), store.cellAt(place).stored, "after");
        });
      if (undone) changes.carriedAgain(undone, note);
      else changes.asOne(note);
      // Of all there are, only the unanswered ones were meant.
      const left = wanted === "unanswered" ? 0 : (answer.left?.length ?? 0);
      say(t("done", { count: answer.indicators.length, left }));
      onCarried?.();
    },
    confirm: async (codes: readonly string[]) => {
      const answer = await ask("PUT", { indicators: codes });
      if (!answer) return;
      learn(answer);
      say(t("confirmed", { count: codes.length }));
      onCarried?.();
    },
  };
}
