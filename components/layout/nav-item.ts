/** A place in the main navigation. */
export interface NavItem {
  key: string;
  label: string;
  href: string;
}

/** What every page says of its plan: its name, and what of it isn't real. */
export interface PlanHead {
  code: string;
  title: string;
  subtitle: string;
  isReference: boolean;
  isDemonstration: boolean;
}
