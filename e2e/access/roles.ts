/** Accounts of the demonstration: at least one of each role. */
export const everyRole = [
  "focal.thailand",
  "prosecution.thailand",
  "delegate.thailand",
  "secretariat",
  "cso",
  "cso.thailand",
  "youth",
  "auditor",
  "administrator",
] as const;
export type Account = (typeof everyRole)[number];
export const everybody: readonly Account[] = everyRole;

/** An address of a route, and who may open it. */
export interface ManagedPage {
  path: string;
  who: readonly Account[];
}

/** A page that has an action, what it takes, and who may call it. */
export interface ManagedAction {
  page: string;
  fields: Record<string, string>;
  who: readonly Account[];
}
