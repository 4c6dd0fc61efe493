import type { ShadowView } from "@/lib/views/commitments/shadow-view";
import type { ShadowWords } from "./shadow-words";

/** The parts of a value of civil society, or that they aren't shown, and whether they add up. */
export function ShadowParts({ shadow, words }: { shadow: ShadowView; words: ShadowWords }) {
  const parts = words.parts(shadow);
  if (parts.length === 0) return words.partsHidden;
  return (
    <>
      <table className="data short">
        <tbody>
          {parts.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="n">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {words.differs(shadow).map((line) => (
        <p key={line} className="note">
          {line}
        </p>
      ))}
    </>
  );
}
