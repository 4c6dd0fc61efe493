import type { PlatformPointKind, PointReplyKind } from "@/lib/domain/commitments/platform-report";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import type { PlatformPointView, PointResponseView } from "@/lib/views/commitments/platform-view";
import type { Block, Chapter } from "../../document";
import { evidenceBlocks, linked, worded } from "../chapters/observation-blocks";
import { anchor } from "../context";
import { type PreparingPlatform, unitName } from "./platform-context";

/** Its challenges, or its priorities in their order, each with what every unit that was asked says to it. */
export function pointsChapter(preparing: PreparingPlatform, kind: PlatformPointKind): Chapter {
  const { t } = preparing.words;
  const { challenges, priorities } = preparing.view.report;
  const points = kind === "challenge" ? challenges : priorities;
  return {
    id: `points-${kind}`,
    title: t(`publication.platform.points.${kind}.title`),
    kicker: null,
    pillar: null,
    blocks:
      points.length === 0
        ? [{ kind: "paragraph", text: t(`publication.platform.points.${kind}.none`) }]
        : points.flatMap((point) => pointBlocks(preparing, point)),
  };
}

/** What a point is called: `Priority 2`. */
export const pointName = (
  { words: { t, formats } }: PreparingPlatform,
  { kind, position }: Pick<PlatformPointView, "kind" | "position">,
): string => t(`publication.platform.points.${kind}.name`, { number: formats.number(position) });

function pointBlocks(preparing: PreparingPlatform, point: PlatformPointView): Block[] {
  const { words, view } = preparing;
  return [
    {
      kind: "heading",
      level: 2,
      id: anchor(point.kind, String(point.position)),
      text: pointName(preparing, point),
    },
    {
      kind: "paragraph",
      text:
        point.takenDown === null ? worded(words, point.body, view.report.language) : words.t("publication.takenDown"),
    },
    ...point.responses.flatMap((response) => responseBlocks(preparing, response)),
  ];
}

function responseBlocks(preparing: PreparingPlatform, response: PointResponseView): Block[] {
  const { t, text, formats } = preparing.words;
  const { state, askedOn, dueOn, reply } = response;
  const unit = unitName(preparing, response.unit);
  const due = formats.day(dueOn);
  if (reply === null) {
    const asked = formats.day(askedOn);
    const said =
      state === "unanswered"
        ? t("publication.platform.answer.none", { unit, due })
        : t("publication.platform.answer.awaited", { unit, asked, due });
    return [{ kind: "note", text: said }];
  }
  const { body, evidence, givenOn, isLate, keyActions } = reply;
  const of = { unit, kind: t(`publication.papers.observations.replyKind.${reply.kind as PointReplyKind}`) };
  const day = formats.day(givenOn);
  return [
    {
      kind: "paragraph",
      look: "small",
      text: isLate
        ? t("publication.platform.answer.late", { ...of, day, due })
        : t("publication.platform.answer.given", { ...of, day }),
    },
    { kind: "paragraph", text: body === "" ? t("publication.papers.observations.emptied") : text(body) },
    ...evidenceBlocks({ text }, evidence),
    ...keyActions.flatMap((keyAction) => actionBlocks(preparing, keyAction)),
  ];
}

/** What is done about it, and how that stands on the day of the document. */
function actionBlocks({ words }: PreparingPlatform, action: KeyActionView): Block[] {
  const { t, text, formats } = words;
  const { body, organisation, state, dueOn, firstDueOn, doneOn, evidence, reason } = action;
  const standing = [
    ...(organisation === null ? [] : [organisation]),
    ...(state === "done" && doneOn !== null
      ? [t("publication.platform.action.done", { day: formats.day(doneOn) })]
      : state === "stopped"
        ? [t("publication.platform.action.stopped")]
        : [t("publication.platform.action.due", { day: formats.day(dueOn) })]),
    ...(dueOn === firstDueOn ? [] : [t("publication.platform.action.first", { day: formats.day(firstDueOn) })]),
    ...(evidence === null ? [] : [linked(evidence)]),
  ];
  return [
    {
      kind: "list",
      ordered: false,
      items: [body === "" ? t("publication.papers.observations.emptied") : text(body)],
    },
    { kind: "paragraph", look: "small", text: text(standing.join(" · ")) },
    ...(reason === "" ? [] : [{ kind: "paragraph" as const, look: "small" as const, text: text(reason) }]),
  ];
}
