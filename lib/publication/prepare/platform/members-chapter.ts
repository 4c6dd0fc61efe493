import type { Block, Chapter } from "../../document";
import type { PreparingPlatform } from "./platform-context";

/** Which organisations agree to its words, and which belong to the platform. */
export function membersChapter({ words: { t, text, formats }, view }: PreparingPlatform): Chapter {
  const { report, members, readOn } = view;
  const list = (id: string, title: string, names: readonly string[]): Block[] => [
    { kind: "heading", level: 2, id, text: title },
    names.length === 0
      ? { kind: "paragraph", text: t("publication.platform.members.none") }
      : { kind: "list", ordered: false, items: names.map(text) },
  ];
  return {
    id: "members",
    title: t("publication.platform.members.title"),
    kicker: null,
    pillar: null,
    blocks: [
      ...list("members-agree", t("publication.platform.members.agree"), report.agreements),
      ...list("members-present", t("publication.platform.members.present", { day: formats.day(readOn) }), members),
    ],
  };
}
