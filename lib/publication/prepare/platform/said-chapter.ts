import type { Chapter } from "../../document";
import { aboutText, observationBlocks } from "../chapters/observation-blocks";
import { type PreparingPlatform, unitName } from "./platform-context";

/** What civil society observed about the year, as anybody reads it, with the replies. */
export function saidChapter(preparing: PreparingPlatform): Chapter {
  const { words, view } = preparing;
  const { t, formats } = words;
  return {
    id: "observations",
    title: t("publication.platform.said.title"),
    kicker: null,
    pillar: null,
    blocks:
      view.said.length === 0
        ? [{ kind: "paragraph", text: t("publication.platform.said.none") }]
        : [
            { kind: "paragraph", text: t("publication.platform.said.lead", { day: formats.day(view.readOn) }) },
            ...view.said.flatMap((observation) =>
              observationBlocks(words, observation, {
                unit: unitName(preparing, observation.unit),
                about: aboutText(words, observation.subject),
              }),
            ),
          ],
  };
}
