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

/** The state column always says something: where a row is one line briefly, and its title says all of it. */
export function StateCell({ state, lock }: { state: RowState; lock: string }) {
  const { icon, look } = looks[state.name];
  const { text, whole, brief } = useStateTexts(state, lock);
  return (
    <span className={`state ${look}`.trim()} title={whole}>
      {icon && <Icon name={icon} />}
      {/* Browsers and the server may shorten a month differently. */}
      <span data-brief={brief} suppressHydrationWarning>
        {text}
      </span>
    </span>
  );
}

function useStateTexts(state: RowState, lock: string): { text: string; whole?: string; brief?: string } {
  const t = useTranslations("entryForm.state");
  const { recent, brief, moment } = useMoments();
  const { now } = useEntry();
  switch (state.name) {
    case "locked":
      return { text: lock, whole: lock, brief: t("locked") };
    case "warned":
    case "saved":
    case "accepted": {
      const { name, at } = state;
      const about = name === "warned" ? state.about : "none";
      const told = (when: (at: string, now: string) => string, isBrief = false) =>
        t(name, { when: at ? when(at, now) : "", about, length: isBrief ? "brief" : "whole" });
      return { text: told(recent), whole: told(moment), brief: told(brief, true) };
    }
    default: {
      const text = t(state.name, { length: "whole" });
      return text.length > 14 ? { text, whole: text, brief: t(state.name, { length: "brief" }) } : { text };
    }
  }
}
