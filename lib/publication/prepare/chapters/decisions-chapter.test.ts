import { expect, it } from "vitest";
import { type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { DecisionView } from "@/lib/views/commitments/decision-view";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import { view } from "@/lib/views/regional-view.testing";
import { decisionsChapter } from "./decisions-chapter";

const action = (state: KeyActionView["state"], more: Partial<KeyActionView> = {}): KeyActionView => ({
  id: 1,
  body: "A hotline is named.",
  organisation: null,
  dueOn: "2018-12-31",
  firstDueOn: "2018-12-31",
  state,
  isOverdue: false,
  doneOn: null,
  evidence: null,
  reason: "",
  rowVersion: 1,
  ...more,
});

it.each(publicationLanguages)("in %s a stopped key action has no day by which it would be due", async (language) => {
  const keyActions = [action("planned"), action("done", { doneOn: "2018-11-30" }), action("stopped")];
  const decision: DecisionView = {
    textId: 1,
    number: 1,
    code: "SOM11-D1",
    meeting: "SOM11",
    kind: "task",
    body: "Each names a hotline.",
    isTakenDown: false,
    language: "en",
    dueOn: null,
    priority: null,
    extendedTo: null,
    units: [],
    organisations: [],
    followUps: [],
    actions: [{ unit: { code: "KHM", name: "Cambodia", level: "country" }, keyActions }],
  };
  const words = await publicationWords(language);
  const settings = { kind: "paperSet", language } as PublicationSettings;
  const views = { goals: [], indicators: [], countries: [], regional: view([]) };
  const papers = { due: [{ decision, told: null }], saidDue: [] } as unknown as PapersView;
  const { blocks } = decisionsChapter({ words, period: "2017", settings, views }, papers);
  const table = blocks.find((block) => block.kind === "table" && block.id === "decision-actions");
  const rows = table?.kind === "table" ? table.rows : [];
  const { t, formats } = words;
  expect(rows.map((each) => each.kind === "cells" && each.cells[2]?.detail)).toEqual([
    t("youthCard.actionBy", { state: t("youthCard.state.planned"), day: formats.day("2018-12-31") }),
    t("youthCard.actionOn", { state: t("youthCard.state.done"), day: formats.day("2018-11-30") }),
    t("youthCard.state.stopped"),
  ]);
});
