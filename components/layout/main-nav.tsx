"use client";

import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import type { NavItem } from "./nav-item";
import { useDismissal } from "./use-dismissal";

/**
 * On a phone the list stands behind a line that names the present place. It opens before any script comes; beside it, not
 * in it, the list shows on a wide page whether or not it is open.
 * @param current key of the present place; null: the item whose address the page's own address begins with.
 */
export function MainNav({
  items,
  current,
  label,
  menuLabel,
  wide,
}: {
  items: readonly NavItem[];
  current: string | null;
  label: string;
  menuLabel: string;
  wide: boolean;
}) {
  const pathname = usePathname();
  const menu = useDismissal<HTMLElement>("before");
  const here = current ?? closest(items, pathname)?.key;
  return (
    <nav ref={menu} className="nav" aria-label={label}>
      <div className={wide ? "wrap wrap-work" : "wrap"}>
        <details className="nav-toggle">
          <summary>
            <span>{items.find((item) => item.key === here)?.label}</span>
            <Icon name="menu" />
            <span>{menuLabel}</span>
          </summary>
        </details>
        <ul>
          {items.map((item) => (
            <li key={item.key}>
              <a href={item.href} aria-current={item.key === here ? "page" : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function closest(items: readonly NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
