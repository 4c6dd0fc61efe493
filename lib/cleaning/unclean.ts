import type { FileFault } from "@/lib/domain/source-file";

/** Thrown while a file is cleaned: it isn't taken, and this is why. */
export class Unclean extends Error {
  override readonly name = "Unclean";

  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
