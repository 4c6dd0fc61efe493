"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import type { RowState } from "@/components/entry/state/row-state";
import { Icon, type IconName } from "@/components/ui/icon";
import { useMoments } from "@/lib/i18n/use-moments";

const looks: Record<RowState["name"], { icon: IconName | null; look: string }> = {
  overtaken: { icon: "warning", look: "bad" },
  notSaved: { icon: "warning", look: "bad" },
  queued: { icon: "offline", look: "queue" },
  saving: { icon: "saving", look: "" },
  typing: { icon: null, look: "" },
  queried: { icon: "warning", look: "att" },
  carried: { icon: "undo", look: "att" },
  warned: { icon: "warning", look: "att" },
  saved: { icon: "check", look: "ok" },
  accepted: { icon: "check", look: "ok" },
  notAnswered: { icon: null, look: "" },
  locked: { icon: "lock", look: "" },
};

/** The state column always says something; where it has no room for all of it, its title does. */
export function StateCell({ state, lock }: { state: RowState; lock: string }) {
  const { icon, look } = looks[state.name];
  const text = useStateText(state, lock);
  return (
    <span className={`state ${look}`.trim()} title={text.length > 14 ? text : undefined}>
      {icon && <Icon name={icon} />}
      <span>{text}</span>
    </span>
  );
}

function useStateText(state: RowState, lock: string): string {
  const t = useTranslations("entryForm.state");
  const { recent } = useMoments();
  const { now } = useEntry();
  const when = (at: string | null) => (at ? recent(at, now) : "");
  switch (state.name) {
    case "locked":
      return lock;
    case "warned":
      return t("warned", { when: when(state.at), about: state.about });
    case "saved":
    case "accepted":
      return t(state.name, { when: when(state.at) });
    default:
      return t(state.name);
  }
}
