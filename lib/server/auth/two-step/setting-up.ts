import "server-only";

/** A secret that is shown in a page isn't shown for longer. */
const SET_UP_SECONDS = 30 * 60;

/** Where somebody began to set up their second step, and may still finish. */
export const isSettingUp = (now: Date) => ({
  confirmedAt: null,
  createdAt: { gt: new Date(now.getTime() - SET_UP_SECONDS * 1000) },
});
