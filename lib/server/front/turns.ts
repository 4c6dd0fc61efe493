import "server-only";

interface Waiting {
  begin: () => void;
  isFirst: boolean;
}

interface TurnLimits {
  /** How many are through at once. */
  atOnce: number;
  /** How many wait at most; one more is turned away. */
  waiting: number;
  /** Milliseconds after which one who waits is turned away. */
  patience: number;
  /** Milliseconds for which nobody new begins while the turns are held. */
  longestHold: number;
}

/** Lets a few through at once, and others in turn, of whom none waits without end. */
export class Turns {
  private through = 0;
  private holds = 0;
  /** While those who wait could begin but for a hold. */
  private holdTimer: NodeJS.Timeout | null = null;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /**
   * Waits for a turn.
   * @param options `isFirst`: before those who aren't; `left`: aborted once nobody wants the turn any more
   * @returns what ends the turn, and may be called more than once; null for who is turned away, or left
   */
  take({ isFirst = false, left }: { isFirst?: boolean; left?: AbortSignal } = {}): Promise<(() => void) | null> {
    if (left?.aborted) return Promise.resolve(null);
    if (this.waiting.length === 0 && this.holds === 0 && this.through < this.limits.atOnce)
      return Promise.resolve(this.begin());
    if (this.waiting.length >= this.limits.waiting) return Promise.resolve(null);
    return new Promise((resolve) => {
      const settle = (turn: (() => void) | null) => {
        clearTimeout(patience);
        left?.removeEventListener("abort", giveUp);
        resolve(turn);
      };
      const entry: Waiting = { begin: () => settle(this.begin()), isFirst };
      const giveUp = () => {
        const at = this.waiting.indexOf(entry);
        if (at >= 0) this.waiting.splice(at, 1);
        settle(null);
      };
      const patience = setTimeout(giveUp, this.limits.patience);
      left?.addEventListener("abort", giveUp);
      const behind = isFirst ? this.waiting.findIndex((each) => !each.isFirst) : -1;
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, entry);
      this.callNext();
    });
  }

  /**
   * Lets nobody new begin, for a while: something more urgent goes on.
   * @returns what ends the hold, and may be called more than once
   */
  hold(): () => void {
    this.holds++;
    return once(() => {
      this.holds--;
      if (this.holds === 0) this.callNext();
    });
  }

  private begin(): () => void {
    this.through++;
    return once(() => {
      this.through--;
      this.callNext();
    });
  }

  private callNext(isHoldOver = false) {
    let mayPass = isHoldOver;
    while (this.waiting.length > 0 && this.through < this.limits.atOnce && (this.holds === 0 || mayPass)) {
      // A hold that goes on for too long lets through one at a time.
      mayPass = false;
      this.waiting.shift()?.begin();
    }
    const isHeld = this.holds > 0 && this.waiting.length > 0 && this.through < this.limits.atOnce;
    if (!isHeld && this.holdTimer) clearTimeout(this.holdTimer);
    if (!isHeld) this.holdTimer = null;
    else this.holdTimer ??= setTimeout(() => this.endHold(), this.limits.longestHold);
  }

  private endHold() {
    this.holdTimer = null;
    this.callNext(true);
  }
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
