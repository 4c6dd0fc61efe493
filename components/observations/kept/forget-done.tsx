import { ForgetSent } from "@/components/report/kept/forget-words";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { formsOfOne, keptOwner, newForms } from "./kept-places";

/** Forgets in this browser what was sent from the form that led here: the server has it. */
export function ForgetDone({ userId, view }: { userId: number; view: WorkingObservationView }) {
  const { plan, id } = view;
  return (
    <>
      {formsOfOne.map((form) => (
        <ForgetSent key={form} owner={keptOwner(userId, plan, id)} form={form} />
      ))}
      {[...new Set(newForms(view))].map((form) => (
        <ForgetSent key={form} owner={keptOwner(userId, plan, null)} form={form} />
      ))}
    </>
  );
}
