import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/schemas/forms/form-state";
import { isToSend, UploadQueue } from "./upload-queue";

const file = (name: string, text = "made up") => new File([text], name);

/** A queue, and what it sent; each file is answered by its name. */
function queueOf(answers: Record<string, Message | null>) {
  const sent: string[] = [];
  let told = 0;
  const queue = new UploadQueue(
    async ({ file: { name }, title }) => {
      sent.push(`${name}: ${title}`);
      return answers[name] ?? null;
    },
    () => told++,
  );
  const settled = async () => {
    await expect.poll(() => queue.all().every(({ state }) => state === "chosen")).toBe(true);
  };
  return { queue, sent, settled, answers, told: () => told };
}
const refused: Message = { key: "sourceUnreadable" };

describe("files that somebody adds", () => {
  it("leave out what was refused, which keeps its reason, and are sent with nothing else twice", async () => {
    const { queue, sent, settled } = queueOf({ "bad.pdf": refused });
    queue.choose([file("bad.pdf"), file("good.pdf")]);
    queue.start();
    await settled();
    expect(queue.all()).toMatchObject([{ title: "bad", problem: refused }]);
    expect(queue.all().filter(isToSend)).toEqual([]);
    queue.choose([file("other.pdf")]);
    expect(queue.all().filter(isToSend)).toMatchObject([{ title: "other" }]);
    queue.start();
    await settled();
    expect(sent).toEqual(["bad.pdf: bad", "good.pdf: good", "other.pdf: other"]);
    expect(queue.all()).toMatchObject([{ title: "bad", problem: refused }]);
    expect(queue.added()).toBe(2);
    // One of them was taken away again, and the list says so.
    let drawn = queue.all();
    queue.subscribe(() => {
      drawn = queue.all();
    });
    const before = drawn;
    queue.forgetAdded();
    expect(queue.added()).toBe(0);
    expect(drawn).not.toBe(before);
    expect(drawn).toEqual(before);
  });

  it.each(["unanswered", "signedOut", "otherPerson", "sourceUnreadable"])(
    "have nothing read anew where none was added: %s",
    async (key) => {
      const { queue, settled, answers, told } = queueOf({ "one.pdf": { key }, "two.pdf": { key } });
      queue.choose([file("one.pdf"), file("two.pdf")]);
      queue.start();
      await settled();
      expect(told()).toBe(0);
      for (const { id } of queue.all()) queue.start(id);
      await settled();
      expect(told()).toBe(0);
      answers["two.pdf"] = null;
      for (const { id } of queue.all()) queue.start(id);
      await expect.poll(told).toBe(1);
    },
  );

  it("send a refused one again where a person says so", async () => {
    const { queue, sent, settled, answers } = queueOf({ "bad.pdf": refused });
    queue.choose([file("bad.pdf")]);
    queue.start();
    await settled();
    const { id } = queue.all()[0]!;
    queue.name(id, "Register");
    answers["bad.pdf"] = null;
    queue.start(id);
    await settled();
    expect(sent).toEqual(["bad.pdf: bad", "bad.pdf: Register"]);
    expect(queue.all()).toEqual([]);
  });

  it("take the place of a refused one by its name, with the title that was written, and of nothing else", async () => {
    const { queue, settled } = queueOf({ "bad.pdf": refused, "worse.pdf": refused });
    queue.choose([file("bad.pdf"), file("worse.pdf")]);
    queue.start();
    await settled();
    queue.name(queue.all()[0]!.id, "Register");
    queue.choose([file("bad.pdf", "mended"), file("new.pdf"), file("new.pdf")]);
    expect(queue.all().map(({ title, problem }) => [title, problem])).toEqual([
      ["worse", refused],
      ["Register", null],
      ["new", null],
      ["new", null],
    ]);
  });

  it("go again with the others where nobody heard what became of them", async () => {
    const { queue, sent, settled, answers } = queueOf({ "lost.pdf": { key: "unanswered" } });
    queue.choose([file("lost.pdf")]);
    queue.start();
    await settled();
    answers["lost.pdf"] = null;
    queue.start();
    await settled();
    expect(sent).toEqual(["lost.pdf: lost", "lost.pdf: lost"]);
  });
});
