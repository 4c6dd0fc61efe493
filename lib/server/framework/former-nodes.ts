import "server-only";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import type { PlanFramework } from "./plan-framework";

/** What of some nodes the framework doesn't have any more, in the order of their codes. */
export const formerNodes = (nodeIds: readonly number[], { former }: Pick<PlanFramework, "former">): FormerNode[] =>
  nodeIds
    .flatMap((id) => {
      const node = former.get(id);
      return node ? [{ id, code: node.code, title: node.title }] : [];
    })
    .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
