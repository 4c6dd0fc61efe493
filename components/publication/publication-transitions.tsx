import { useTranslations } from "next-intl";
import { isUnderWay } from "@/lib/domain/publication";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { PublicationView } from "@/lib/views/publication-view";
import { PublicationTransition } from "./publication-transition";

export interface TransitionActions {
  cancel: (state: FormState, form: FormData) => Promise<FormState>;
  again: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What can be done with a publication as it stands: given up while it is under way, else made again. */
export function PublicationTransitions({
  publication: { id, state, failure, version, files, isReadAnew },
  name,
  place,
  actions,
}: {
  publication: PublicationView;
  name: string;
  place: { locale: string; plan: string };
  actions: TransitionActions;
}) {
  const t = useTranslations("publications.transition");
  const hidden = { ...place, id: String(id) };
  if (isUnderWay(state)) {
    const lost = t(state === "queued" ? "cancelWaiting" : "cancelMaking");
    const meaning = files.length > 0 ? `${lost} ${t("cancelKept")}` : lost;
    return <PublicationTransition transition="cancel" {...{ hidden, name, meaning }} action={actions.cancel} />;
  }
  if (failure === "contentFormat") return null;
  const read = version !== null && t(againKey(files.length > 0, isReadAnew), { version });
  return (
    <PublicationTransition
      transition="again"
      {...{ hidden, name }}
      meaning={read || t("againFirst")}
      action={actions.again}
    />
  );
}

const againKey = (hasFiles: boolean, isReadAnew: boolean) => {
  if (isReadAnew) return hasFiles ? "againWithout" : "againFirst";
  return hasFiles ? "againSame" : "againRead";
};
