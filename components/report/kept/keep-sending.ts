/** How long after a try in vain the next one follows, in milliseconds: longer and longer, a minute at most. */
const pause = (tries: number) => Math.min(60_000, 3_000 * 2 ** tries);

export interface KeptSending {
  /** The server answers: the next try in vain is followed by a short wait again. */
  reached: () => void;
  stop: () => void;
}

/**
 * Sends what waits when the line or the page comes back, and now and then in between: a browser that is online doesn't
 * hear that a server which was down is there again.
 * @param send again what couldn't be stored
 * @param leave called when the page is about to go, or to be put aside
 */
export function keepSending(send: () => void, leave: () => void): KeptSending {
  let tries = 0;
  let timer = 0;
  const plan = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(again, pause(tries++));
  };
  const again = () => {
    send();
    plan();
  };
  const back = () => {
    tries = 0;
    again();
  };
  const turned = () => (document.visibilityState === "visible" ? back() : leave());
  plan();
  window.addEventListener("online", back);
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", turned);
  return {
    reached: () => {
      tries = 0;
    },
    stop: () => {
      window.clearTimeout(timer);
      window.removeEventListener("online", back);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", turned);
    },
  };
}
