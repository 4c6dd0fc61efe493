import { useTranslations } from "next-intl";
import { keptOfOne } from "@/components/observations/kept/kept-places";
import { ResponseActions } from "@/components/observations/key-actions/response-actions";
import { ReplyForm } from "@/components/observations/reply-form";
import { usePersonName } from "@/components/people/person-name";
import { longestPoint, pointReplyKinds } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { useMoments } from "@/lib/i18n/use-moments";
import { ofPage } from "@/lib/server/action";
import type { PointReplyView } from "@/lib/views/commitments/platform-view";
import {
  addPointActionAction,
  removePointActionAction,
  replyToPointAction,
  tellPointActionAction,
} from "../../../../../answer-actions";

/** What somebody may do about their unit's answer to a point: draft or send it, and say what is done about it. */
export function PointForms({
  actor,
  view: { point, response, may, draft, keyActions, organisations },
  hidden,
  here,
}: {
  actor: Actor;
  view: PointReplyView;
  hidden: Record<string, string | number> & { plan: string };
  here: string;
}) {
  const t = useTranslations("civilSociety.answer");
  const names = useTranslations("observations");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { code, name: unit } = response.unit;
  const wordsOf = (form: Parameters<typeof keptOfOne>[3]) => keptOfOne(actor.id, hidden.plan, point.textId, form, code);
  return (
    <>
      {may.draft && (
        <section className="block narrow" aria-labelledby="reply">
          <h2 id="reply">{names("reply.title")}</h2>
          <ReplyForm
            {...{ hidden, here, unit, draft }}
            kinds={pointReplyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            body={{ limit: longestPoint, hint: t("bodyHint", { limit: longestPoint }) }}
            drafted={draft && names("reply.drafted", { by: personName(draft.by), at: moment(draft.at) })}
            maySend={may.send}
            words={wordsOf("reply")}
            action={ofPage(actor, replyToPointAction)}
          />
        </section>
      )}
      <ResponseActions
        {...{ hidden, here, wordsOf, unit, keyActions, organisations }}
        mode={may.keyActions}
        actions={{
          add: ofPage(actor, addPointActionAction),
          remove: ofPage(actor, removePointActionAction),
          tell: ofPage(actor, tellPointActionAction),
        }}
      />
    </>
  );
}
