import { Button } from "@/components/ui/button";

/**
 * Lets go of words for good: what that means stands behind the button, with the command itself.
 * @param about which words, for whoever hears the buttons one by one
 */
export function Discard({
  label,
  about,
  meaning,
  confirm,
  onDiscard,
}: {
  label: string;
  about: string;
  meaning: string;
  confirm: string;
  onDiscard: () => void;
}) {
  const unseen = <span className="vh"> {about}</span>;
  return (
    <details className="command">
      <summary className="btn">
        {label} …{unseen}
      </summary>
      <div className="panel">
        <p>{meaning}</p>
        <div className="actions">
          <Button onClick={onDiscard}>
            {confirm}
            {unseen}
          </Button>
        </div>
      </div>
    </details>
  );
}
