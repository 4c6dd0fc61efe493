// Lighthouse as it judges a phone on a slow line, one page after the other and nothing beside it.
import lighthouse from "lighthouse";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;

/** The median of each score over a few runs. @param {number} port of the browser's debugging */
export async function lighthouseScores(port, address, paths) {
  const rows = [];
  for (const path of paths) {
    const scores = [];
    const findings = new Set();
    for (let run = 0; run < RUNS; run++) {
      const { lhr } = await lighthouse(address + path, { port, logLevel: "error", onlyCategories: categories });
      scores.push(categories.map((category) => Math.round(lhr.categories[category].score * 100)));
      for (const category of categories.slice(1)) {
        for (const { id, weight } of lhr.categories[category].auditRefs) {
          const { score } = lhr.audits[id];
          if (weight > 0 && score !== null && score < 1) findings.add(id);
        }
      }
    }
    const median = (index) => scores.map((score) => score[index]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    rows.push({
      what: path,
      ...Object.fromEntries(categories.map((category, index) => [category, median(index)])),
      ...(findings.size > 0 ? { failing: [...findings].join(", ") } : {}),
    });
  }
  return rows;
}
