/** What a live region says, and how often it said anything so far. */
export interface Aloud {
  text: string;
  times: number;
}

export const silent: Aloud = { text: "", times: 0 };

/** For `useReducer`: the next thing that is said. */
export const sayNext = ({ times }: Aloud, text: string): Aloud => ({ text, times: times + 1 });

/**
 * The words within a live region. Each time they are another node: the same words twice, as when one indicator is saved
 * again, would be no change to a screen reader, and it would stay silent.
 */
export function AloudText({ aloud: { text, times } }: { aloud: Aloud }) {
  return <span key={times}>{text}</span>;
}
