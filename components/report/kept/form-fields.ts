import { type Guards, isSameWord, type KeptWords, textOf } from "./kept-words";
import { isAsSent } from "./words-on-their-way";

// What stands in the fields of a form, beside what is stored.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isRadio = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === "radio";

/** Those of one question. */
const radiosOf = (form: HTMLFormElement, name: string): HTMLInputElement[] =>
  [...form.elements].filter((element): element is HTMLInputElement => isRadio(element) && element.name === name);

/** The fields in which a person writes or chooses; of radios the chosen one stands for its question. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement ||
        (element instanceof HTMLInputElement &&
          element.type !== "hidden" &&
          !(isRadio(element) && !element.checked))) &&
      element.name !== "",
  );

/** What is ticked, not written. */
const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "checkbox";

const standing = (control: Control) => (isBox(control) ? control.checked : control.value);

/** What is stored: what the page was made with, unless a refused form was made with what was sent, and says so. */
function made(control: Control): string | boolean {
  const { stored } = control.dataset;
  if (stored !== undefined) return isBox(control) ? stored === "true" : stored;
  if (isBox(control)) return control.defaultChecked;
  if (isRadio(control))
    return (control.form && radiosOf(control.form, control.name).find((radio) => radio.defaultChecked)?.value) ?? "";
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? control.options[0]?.value ?? "";
}

/** All that stands in the form, by name. */
export const standingIn = (form: HTMLFormElement): KeptWords =>
  Object.fromEntries(controlsOf(form).map((control) => [control.name, standing(control)]));

const isTouched = (control: Control): boolean => !isSameWord(standing(control), made(control));

/** Whether somebody wrote or chose something in the form. */
export const isWrittenIn = (form: HTMLFormElement): boolean => controlsOf(form).some(isTouched);

const hiddenField = (form: HTMLFormElement, name: string): HTMLInputElement | null => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === "hidden" ? field : null;
};

/**
 * The version that the words in the form rest on: where a newer one is shown beside them, sending it is a decision, and
 * keeping the words is none.
 */
const seenIn = (field: HTMLInputElement | null): string => field?.dataset.seen ?? field?.value ?? "";

/** @param isRefused what the form holds was sent: where it doesn't say what is stored, nothing is */
export function unstored(form: HTMLFormElement, isRefused: boolean, guards: Guards): KeptWords {
  const isUnstored = (control: Control) =>
    isRefused && control.dataset.stored === undefined ? standing(control) !== "" : isTouched(control);
  const written = new Set(
    controlsOf(form).flatMap((control) =>
      !isBox(control) && isUnstored(control) ? [textOf(control.name, guards)] : [],
    ),
  );
  // What is written is one with what stands beside it, also where that is as it was: who may read a text, the other number of
  // a percentage. Somebody may change that before the words are put back.
  const controls = controlsOf(form).filter(
    (control) => isUnstored(control) || written.has(textOf(control.name, guards)),
  );
  const words: KeptWords = {};
  for (const control of controls) {
    words[control.name] = standing(control);
    for (const name of guards(control.name)) words[name] = seenIn(hiddenField(form, name));
  }
  return words;
}

/** Puts words into the form that were kept. */
export function fill(form: HTMLFormElement, words: KeptWords, guards: Guards) {
  const chosen = controlsOf(form).filter(isRadio);
  for (const radio of [...form.elements].filter(isRadio)) {
    const isNewer = chosen.some((control) => control.name === radio.name && isTouched(control));
    if (words[radio.name] === radio.value && !isNewer) radio.checked = true;
  }
  for (const control of controlsOf(form)) {
    const word = words[control.name];
    if (isRadio(control) || word === undefined || isSameWord(word, made(control))) continue;
    // What somebody wrote before the page's script ran is newer than what was kept. What the browser has put back itself
    // looks the same, and rests on what was kept, not on what the page has now.
    const isNewer = isTouched(control);
    if (!isNewer && isBox(control)) control.checked = word === true;
    else if (!isNewer && typeof word === "string") {
      control.value = word;
      // Whoever is about to type a number there means another one, not more digits of it.
      if (control === document.activeElement && control instanceof HTMLInputElement) control.select();
    }
    for (const name of guards(control.name)) {
      const [field, value] = [hiddenField(form, name), words[name]];
      if (typeof value !== "string") continue;
      if (field) field.value = value;
      // What stood there is gone: a form sends no version of an empty field by itself.
      else if (value) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
}

/** Opens what the form, or one of those fields in it, is folded away in. */
export function unfold(form: HTMLFormElement, names: readonly string[]) {
  for (const element of [form, ...controlsOf(form).filter(({ name }) => names.includes(name))])
    element.closest("details")?.setAttribute("open", "");
}

/** Takes out of the form what another form in its place had sent before, and the server has stored now. */
export function empty(form: HTMLFormElement, stored: FormData) {
  for (const control of controlsOf(form)) {
    if (!isAsSent(control.name, standing(control), stored)) continue;
    const word = made(control);
    if (isRadio(control)) for (const radio of radiosOf(form, control.name)) radio.checked = radio.defaultChecked;
    else if (isBox(control)) control.checked = word === true;
    else if (typeof word === "string") control.value = word;
  }
}
