import { expect, it } from "vitest";
import { type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import { view } from "@/lib/views/regional-view.testing";
import { agendaChapter } from "./agenda-chapter";

const settings = { kind: "paperSet" } as PublicationSettings;
const views = { goals: [], indicators: [], countries: [], regional: view([]) };

it.each(publicationLanguages)(
  "in %s papers say that a place was taken down, and nothing of one that isn't known",
  async (language) => {
    const words = await publicationWords(language);
    const where = (isPlaceTakenDown: boolean) => {
      const meeting = {
        code: "SOM12",
        title: "SOM12",
        place: "",
        isPlaceTakenDown,
        host: null,
        isOnline: true,
        startsOn: null,
        endsOn: null,
        year: 2018,
        notes: "",
        areNotesTakenDown: false,
        agenda: [],
      };
      const papers = { meeting } as unknown as PapersView;
      const { blocks } = agendaChapter({ words, period: "2017", settings: { ...settings, language }, views }, papers);
      return JSON.stringify(blocks.find(({ kind }) => kind === "facts"));
    };
    const mark = words.t("publication.papers.agenda.placeTakenDown");
    expect([where(true).includes(mark), where(false).includes(mark)]).toEqual([true, false]);
  },
);
