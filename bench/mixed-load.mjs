// What a busy day asks of a server, in a fixed order: readers on every kind of page and file in every language, machines
// that read on, and officials who look, save and review.
import { signIn } from "./sign-in.mjs";
import { pages as workPages } from "./signed-in.mjs";

const languages = ["en", "th", "km", "lo", "my", "vi", "zh"];
const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
const periods = [2015, 2016];
const codings = ["gzip, br", "gzip", "identity"];

/** Every public page of the plan that can be asked for, and the files beside each. @param {readonly string[]} indicators codes */
export function publicPaths(indicators) {
  const ofLanguage = (language) => {
    const plan = `/${language}/spaiv`;
    return [
      ...["", "/about", "/indicators", "/countries", "/goals"].map((path) => plan + path),
      ...periods.flatMap((period) => [
        ...["", "/changes", "/csv"].map((path) => `${plan}/${period}${path}`),
        ...countries.map((code) => `${plan}/countries/${code}/${period}`),
        ...Array.from({ length: 8 }, (_, goal) => `${plan}/goals/G${goal + 1}/${period}`),
        ...indicators.flatMap((code) => [
          `${plan}/indicators/${code}/${period}`,
          `${plan}/indicators/${code}/${period}/csv`,
        ]),
      ]),
    ];
  };
  return languages.flatMap(ofLanguage);
}

/** A sequence that looks random and is the same each time. */
function shuffled(list, seed = 7) {
  const rest = [...list];
  let state = seed;
  const order = [];
  while (rest.length > 0) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    order.push(rest.splice(state % rest.length, 1)[0]);
  }
  return order;
}

async function indicatorCodes(address) {
  const html = await (await fetch(`${address}/en/spaiv/indicators/`)).text();
  return [...new Set([...html.matchAll(/\/indicators\/(G[\w.-]+)/g)].map((match) => match[1]))];
}

/**
 * Asks for a mixture of everything until the time is over: at most 12 requests at once, on 127.0.0.1 only.
 * @param {string} address
 * @param {{ seconds: number, everySecond?: () => void }} bounds
 * @returns {Promise<Record<string, number>>} how many requests got which answer
 */
export async function mixedLoad(address, { seconds, everySecond = () => {} }) {
  const paths = shuffled(publicPaths(await indicatorCodes(address)));
  const cookies = {};
  for (const account of ["focal.thailand", "secretariat"]) cookies[account] = await signIn(address, account);
  const work = Object.values(workPages);
  const answers = {};
  const until = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= until;
  const ask = async (path, headers) => {
    const status = await fetch(address + path, { headers, redirect: "manual" }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => "no answer",
    );
    answers[status] = (answers[status] ?? 0) + 1;
  };
  const tick = setInterval(everySecond, 1000);
  let reader = 0;
  let worker = 0;
  const readers = Array.from({ length: 8 }, async () => {
    while (!isOver()) {
      const turn = reader++;
      await ask(paths[turn % paths.length], { "accept-encoding": codings[turn % codings.length] });
    }
  });
  const workers = Array.from({ length: 4 }, async () => {
    while (!isOver()) {
      const [account, path] = work[worker++ % work.length];
      await ask(path, { cookie: cookies[account], "accept-encoding": "gzip, br" });
    }
  });
  await Promise.all([...readers, ...workers]);
  clearInterval(tick);
  return answers;
}
