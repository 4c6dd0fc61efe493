import type { WorkReport } from "@/lib/views/work-view";

type Contributor = WorkReport["contributors"][number];

/**
 * Contributors of whom something is said, each of them once: those who are waited for, as they have something left and
 * didn't hand it back, or are asked again; and those who handed back.
 */
export function contributorsTold(
  contributors: readonly Contributor[],
): Record<"waiting" | "handedBack", Contributor[]> {
  const isBack = ({ handBack }: Contributor) => handBack !== null && handBack.askedAgain === null;
  return {
    waiting: contributors.filter((one) => !isBack(one) && (one.left > 0 || one.handBack !== null)),
    handedBack: contributors.filter(isBack),
  };
}
