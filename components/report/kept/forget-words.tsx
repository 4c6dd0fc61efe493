"use client";

import { useEffect } from "react";
import { browserMemory } from "@/components/entry/state/entry-session";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { forgetForms } from "./kept-words";

/**
 * Forgets what was written in forms that lead to another page once they are sent, or that can't be sent any more: the
 * page that comes after them knows how the report stands.
 */
export function ForgetWords({
  owner,
  kinds,
  waiting,
}: {
  owner: Owner;
  /** First words of the forms' names. */
  kinds: readonly string[];
  /** The one among them whose words may still be sent. */
  waiting: string | null;
}) {
  const { userId, plan, unit, period } = owner;
  const names = kinds.join(" ");
  useEffect(() => {
    const memory = browserMemory();
    if (!memory) return;
    forgetForms(
      memory,
      { userId, plan, unit, period },
      (form) => form !== waiting && names.split(" ").includes(form.split(" ")[0]!),
    );
  }, [userId, plan, unit, period, names, waiting]);
  return null;
}
