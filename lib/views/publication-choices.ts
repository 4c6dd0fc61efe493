import {
  chosenSections,
  type PublicationLanguage,
  type PublicationSettings,
  publicationFormats,
  regionCode,
} from "@/lib/domain/publication";
import type { Entered, FieldProblem } from "../schemas/forms/form-state";
import type { PublicationBuilderView } from "./publication-view";

/** What stands in the form at first: the most usual choices. */
export function firstChoices(view: PublicationBuilderView, language: PublicationLanguage): Entered {
  const unit = view.units.find(({ code }) => code === regionCode) ?? view.units[0];
  return {
    kind: view.kinds.slice(0, 1),
    unit: unit ? [unit.code] : [],
    period: view.periods.slice(0, 1).map(({ code }) => code),
    release: [],
    goal: [],
    countries: view.countries.map(({ code }) => code),
    sections: [...chosenSections],
    language: [language],
    view: ["public"],
    formats: [...publicationFormats],
  };
}

/** Choices that aren't among those that the person has. */
export function misfits(settings: PublicationSettings, view: PublicationBuilderView): FieldProblem[] {
  const has = (list: readonly { code: string }[], code: string) => list.some((each) => each.code === code);
  const unit = view.units.find(({ code }) => code === settings.unit);
  const release = view.releases.find(({ code }) => code === settings.release);
  const hasPeriod = settings.release === null || release?.periods.includes(settings.period);
  const wrong = {
    kind: !view.kinds.includes(settings.kind),
    unit: !unit || (settings.kind === "country" && !unit.isCountry),
    release: settings.release !== null && !release,
    period: !hasPeriod || !has(view.periods, settings.period),
    goal: settings.goal !== null && !has(view.goals, settings.goal),
    countries: !settings.countries.every((code) => has(view.countries, code)),
  };
  return Object.entries(wrong).flatMap(([field, isWrong]) => (isWrong ? [{ field, key: "choiceMissing" }] : []));
}
