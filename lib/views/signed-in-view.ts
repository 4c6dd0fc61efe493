/** Name of the cookie that says that somebody may be signed in: what a page's script may know of a session. */
export const signedInHint = "spaiv.signed-in";

/** Who is signed in, in the words of a public page's language. */
export interface SignedInView {
  id: number;
  name: string;
  /** Shown in its place on a phone. */
  shortName: string;
  /** Where they have something to do, and their account. */
  links: (readonly [label: string, href: string])[];
  signOut: string;
}

/** Why nobody was signed out, in the words of a public page's language. */
export interface SignOutRefused {
  message: string;
}
