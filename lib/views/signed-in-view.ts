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

/** A browser in which somebody is signed in. */
export interface OwnSessionView {
  /** What its person ends it by. */
  handle: string;
  isThis: boolean;
  /** Null where the browser says nothing that is known. */
  browser: string | null;
  system: string | null;
  /** Whether it began where the person hadn't been for long. */
  isNewPlace: boolean;
  /** ISO 8601. */
  startedAt: string;
  /** To within a few minutes. */
  usedAt: string;
}

/** By what somebody may sign in besides their password. */
export interface OwnIdentitiesView {
  /** What the site's identity provider is called; null where there is none. */
  provider: string | null;
  identities: {
    id: number;
    /** What it is called, or the address of one that is the site's no more. */
    provider: string;
    /** Whether anybody signs in by that provider. */
    isInUse: boolean;
    /** ISO 8601. */
    linkedAt: string;
    usedAt: string;
  }[];
}

/** A passkey of somebody's own. */
export interface OwnPasskeyView {
  id: number;
  /** What they call it. */
  name: string;
  /** ISO 8601. */
  addedAt: string;
  /** Null where it was never used. */
  usedAt: string | null;
  /** Whether more than one of their devices has it. */
  isBackedUp: boolean;
}

/** How somebody's second step stands. */
export type TwoStepView =
  | { state: "off" }
  /** Begun, and to be confirmed by a code: what their app has to know. */
  | { state: "settingUp"; secret: string; picture: string }
  | { state: "on"; recoveryCodesLeft: number };
