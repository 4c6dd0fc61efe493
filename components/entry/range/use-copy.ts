import { useEffect, useEffectEvent } from "react";

/**
 * Copies and cuts what is marked, wherever the page hears of the keys: marked cells are no text that a browser would take.
 * @param textNow what goes to the clipboard; null where something else is meant
 * @param done once it is there, with whether it was cut
 */
export function useCopy(textNow: () => string | null, done: (isCut: boolean) => void): void {
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const text = event.defaultPrevented ? null : textNow();
    if (text === null) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    done(event.type === "cut");
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onCopy(event);
    document.addEventListener("copy", listen);
    document.addEventListener("cut", listen);
    return () => {
      document.removeEventListener("copy", listen);
      document.removeEventListener("cut", listen);
    };
  }, []);
}
