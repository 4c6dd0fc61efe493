"use client";

import { useEffect } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { forgetForms, isOne, wereSent } from "./kept-words";

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
  const isReady = useMemoryReady();
  useEffect(() => {
    const memory = browserMemory();
    if (!isReady || !memory) return;
    forgetForms(
      memory,
      { userId, plan, unit, period },
      (form) => form !== waiting && names.split(" ").includes(form.split(" ")[0]!),
    );
  }, [isReady, userId, plan, unit, period, names, waiting]);
  return null;
}

/** Forgets what was sent from a form that led to this page. @param form its name; with what follows it there are several */
export function ForgetSent({ owner, form }: { owner: Owner; form: string }) {
  const { userId, plan, unit, period } = owner;
  const isReady = useMemoryReady();
  useEffect(() => {
    const memory = browserMemory();
    if (isReady && memory)
      forgetForms(memory, { userId, plan, unit, period }, (name, words) => isOne(name, form) && wereSent(words));
  }, [isReady, userId, plan, unit, period, form]);
  return null;
}
