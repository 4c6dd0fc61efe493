import "server-only";
import { passwordWeakness } from "@/lib/domain/password-strength";
import { Refusal } from "@/lib/domain/refusal";
import { demoPassword } from "@/lib/server/demo-accounts";

/** Of the five from 0 to 4: beyond ten thousand million guesses. */
const ENOUGH = 4;

/** What anybody would try who knows which site this is. */
const ofThisSite = ["spaiv", "commit", "mekong", "trafficking", "monitor", "unodc", "cambodia", "china", "myanmar"];
const ofThisRegion = [
  "laos",
  "lao pdr",
  "thailand",
  "vietnam",
  "viet nam",
  "bangkok",
  "hanoi",
  "vientiane",
  "phnom penh",
];

let estimator: ReturnType<typeof makeEstimator> | undefined;

/** A package in CommonJS, as it is imported: in a bundle that is split, all that it exports stands in its default. */
const whole = <M extends object>(module: M & { default?: unknown }): M => {
  const { default: exported } = module;
  return typeof exported === "object" && exported !== null ? { ...module, ...exported } : module;
};

/** Large lists of words: whoever sets no password never loads them. */
async function makeEstimator() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core").then(whole),
    import("@zxcvbn-ts/language-common").then(whole),
    import("@zxcvbn-ts/language-en").then(whole),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, product: [...ofThisSite, ...ofThisRegion] },
    graphs: common.adjacencyGraphs,
  });
}

/**
 * The one judgement of every new password: its length, the person's own name and address in it, and how soon whoever tries
 * known passwords, words, names, dates and rows of keys would come upon it.
 * @throws Refusal `weakPassword`
 */
export async function refuseWeakPassword(password: string, own: { name: string; email: string }): Promise<void> {
  const ofPerson = [own.name, own.email];
  const weakness = passwordWeakness(password, ofPerson);
  if (weakness !== null) throw new Refusal("weakPassword", { weakness });
  estimator ??= makeEstimator();
  // The password of demo accounts stands on their sign-in page, and is nobody else's.
  const { score } = (await estimator).check(password, [...ofPerson, demoPassword]);
  if (score < ENOUGH) throw new Refusal("weakPassword", { weakness: "passwordWellKnown" });
}
