let isOn = false;

/** Whether the page is on its way to paper. */
export const isPrinting = () => isOn;

export function watchPrinter(told: () => void) {
  const begin = () => {
    isOn = true;
    told();
  };
  const end = () => {
    isOn = false;
    told();
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
