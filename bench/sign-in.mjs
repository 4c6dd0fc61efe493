/** Of all demonstration accounts. */
export const password = "mekong-demo-2018";

const cookiesOf = (response) => response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);

/**
 * Signs in by NextAuth's own routes, as a script would.
 * @param {string} address of the server
 * @param {string} account what stands before @demo.spaiv.example
 * @returns {Promise<string>} the Cookie header
 */
export async function signIn(address, account) {
  const asked = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const body = new URLSearchParams({ csrfToken, email: `${account}@demo.spaiv.example`, password, json: "true" });
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { cookie: cookiesOf(asked).join("; "), origin: address },
  });
  const cookie = cookiesOf(answer).join("; ");
  if (!cookie.includes("session-token")) throw new Error(`${account} could not sign in (${answer.status}).`);
  return cookie;
}

/** The same as cookies of a browser's context. */
export const sessionOf = (cookie, address) =>
  cookie
    .split("; ")
    .map((pair) => ({ name: pair.split("=")[0], value: pair.slice(pair.indexOf("=") + 1), url: address }));
