import { titleOfFile } from "@/lib/domain/source-file";
import type { Message } from "@/lib/schemas/forms/form-state";

/** A file on its way to what it backs. */
export interface Upload {
  id: number;
  file: File;
  title: string;
  /** `chosen` waits for a person, `waiting` for its turn; `refused` and cancelled ones are `chosen` anew. */
  state: "chosen" | "waiting" | "sending";
  /** What of it was sent, from 0 to 1. */
  sent: number;
  /** Why it wasn't added, a key of the namespace `errors`; null where nothing is wrong. */
  problem: Message | null;
}

/** What sends a file: answers null once it is added, or why it isn't; `stop` ends it. */
export type SendFile = (
  upload: Pick<Upload, "file" | "title">,
  told: (sent: number) => void,
  stop: AbortSignal,
) => Promise<Message | null>;

const AT_ONCE = 2;

/** Of these the server said nothing about the file: nobody heard it, or it wasn't asked by whom the page was made for. */
export const unheard: readonly string[] = ["otherPerson", "signedOut", "unanswered"];

/** It was judged and not taken. It stands there with the reason until a person leaves it out, or sends that one again. */
const isRefused = ({ problem }: Upload): boolean => problem !== null && !unheard.includes(problem.key);

/** It goes with the next that are sent. */
export const isToSend = (upload: Upload): boolean => upload.state === "chosen" && !isRefused(upload);

/** It isn't added yet, and whoever chose it takes it that it will be. */
export const isUnderWay = (upload: Upload): boolean => !isRefused(upload);

/** What is said of a file that was stopped: nothing. */
export const stopped: Message = { key: "" };

/** A page may show files of several queues. */
let ids = 0;

/**
 * Files that somebody chose for one place, sent two at a time. It outlives what draws it: who looks at another row meanwhile
 * finds it as it stands.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly stops = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  /** How many were added since it was empty last. */
  private count = 0;
  /** Since it was settled last, a file was added, or was stopped so late that it may have been. */
  private mayHaveAdded = false;

  constructor(
    private readonly send: SendFile,
    /**
     * Told once none is on its way any more and one may have been added. Not where none was: whoever then reads the page anew
     * would lose it, and the files chosen in it, with the line or the session.
     */
    private readonly onSettled: () => void,
  ) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  all = (): readonly Upload[] => this.uploads;

  added = (): number => this.count;

  /** What was told of those that were added is no longer so: one of them may have been taken away. */
  forgetAdded(): void {
    this.count = 0;
    this.set([...this.uploads]);
  }

  /** A file takes the place of one with its name that was refused: somebody mended it. The title that they wrote stays. */
  choose(files: readonly File[]): void {
    if (this.uploads.length === 0) this.count = 0;
    const mended = (named: string) => this.uploads.find((each) => isRefused(each) && each.file.name === named);
    const chosen = files.map((file): Upload => {
      const title = mended(file.name)?.title ?? titleOfFile(file.name);
      return { id: ++ids, file, title, state: "chosen", sent: 0, problem: null };
    });
    const names = chosen.map(({ file }) => file.name);
    this.set([...this.uploads.filter((each) => !isRefused(each) || !names.includes(each.file.name)), ...chosen]);
  }

  name(id: number, title: string): void {
    this.change(id, { title });
  }

  leaveOut(id: number): void {
    this.set(this.uploads.filter((upload) => upload.id !== id));
  }

  /** @param id null: all that wait for a person, without those that were refused */
  start(id: number | null = null): void {
    this.set(
      this.uploads.map((upload) =>
        (id === null ? isToSend(upload) : upload.state === "chosen" && upload.id === id)
          ? { ...upload, state: "waiting", sent: 0, problem: null }
          : upload,
      ),
    );
    this.next();
  }

  cancel(id: number): void {
    const stop = this.stops.get(id);
    if (stop) stop.abort();
    else this.change(id, { state: "chosen" });
  }

  private next(): void {
    const sending = this.uploads.filter(({ state }) => state === "sending").length;
    for (const upload of this.uploads.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - sending))
      void this.sendOne(upload);
  }

  private async sendOne(upload: Upload): Promise<void> {
    const { id } = upload;
    const stop = new AbortController();
    this.stops.set(id, stop);
    this.change(id, { state: "sending" });
    const problem = await this.send(upload, (sent) => this.change(id, { sent }), stop.signal);
    this.stops.delete(id);
    if (problem === null || problem === stopped) this.mayHaveAdded = true;
    if (problem === null) {
      this.count++;
      this.leaveOut(id);
    } else this.change(id, { state: "chosen", sent: 0, problem: problem === stopped ? null : problem });
    this.next();
    if (this.stops.size > 0 || !this.mayHaveAdded) return;
    this.mayHaveAdded = false;
    this.onSettled();
  }

  private change(id: number, changes: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}
