/**
 * Marks what is looked at, also when the focus goes to the bar below. What a narrow window shows in one line stays open from
 * then on: nothing folds up under a finger.
 */
export function markItem(item: Element): void {
  for (const other of document.querySelectorAll("article.item[aria-current]")) other.removeAttribute("aria-current");
  item.setAttribute("aria-current", "true");
  item.classList.remove("folded");
}
