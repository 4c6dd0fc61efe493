import type { Cell, PublicationDocument } from "../document";
import { sampleStatuses as statuses } from "./sample-statuses";
import { sampleCountries, sampleTrend } from "./sample-trend";

// A small document with every kind of block, of made-up values: for tests of the formats that need no database.

const heatCells: Cell[] = (
  ["achieved", "maintained", "onTrack", "accelerationNeeded", "limitedProgress", "movingAway", "pending"] as const
).map((status) => ({ text: "", status }));

export const sampleDocument: PublicationDocument = {
  language: "en",
  title: "Regional annual report 2017",
  subtitle: "SPAIV, fourth COMMIT Sub-regional Plan of Action, 2015–2018",
  kicker: "Regional annual report",
  asOf: "2018-06-14",
  isInternal: false,
  fileStem: "spaiv-2017-regional-en",
  notices: ["Reference framework, not the adopted text.", "All values are made up. They describe no country."],
  facts: [
    { term: "Reporting period", text: "2017" },
    { term: "Publication version", text: "17, of 14 June 2018" },
    { term: "Countries that reported", text: "5 of 6" },
  ],
  imprint: {
    publisher: "Sample Secretariat",
    contact: "data@example.org",
    web: "https://monitor.example.org/en/spaiv/2017",
    licence: { title: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    rows: [
      { term: "Publisher", text: "Sample Secretariat" },
      { term: "Contact", text: "data@example.org" },
      { term: "Licence", text: "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/" },
      { term: "How to cite", text: "Sample Secretariat: Regional annual report 2017." },
    ],
  },
  words: {
    skip: "Skip to content",
    contents: "Contents",
    page: "Page {page} of {pages}",
    chart: "Figure {number}",
    table: "Table {number}",
    continued: "continued",
    internal: "internal, unsuppressed",
    key: "Key",
    running: "SPAIV, 2017",
    statuses,
  },
  chapters: [
    {
      id: "findings",
      title: "Main findings",
      kicker: null,
      pillar: null,
      blocks: [
        { kind: "paragraph", look: "lead", text: "In 2017, 211 of 337 assessed country results (63%) were on track." },
        { kind: "list", ordered: false, items: ["First finding.", { text: "ข้อค้นพบที่สอง", lang: "th" }] },
        { kind: "note", text: "Missing is not zero, and suppressed is not missing." },
        {
          kind: "chart",
          id: "by-goal",
          about: null,
          title: "Goal G5 has the most results that are on track",
          subtitle: "Number of country results in each status, 2017",
          source: "5 of 6 countries reported. Source: approved country reports.",
          alt: "G1: 3 achieved, 2 missed. G5: 7 on track.",
          chart: {
            type: "distribution",
            words: Object.values(statuses).slice(0, 9),
            rows: [
              { code: "G1", name: "National law and policy", counts: [3, 0, 0, 0, 0, 0, 0, 2, 1], total: "6 results" },
              {
                code: "G5",
                name: "Victims are identified early and referred",
                counts: [0, 1, 7, 2, 1, 1, 1, 0, 4],
                total: "17 results",
              },
            ],
          },
        },
        {
          kind: "table",
          id: "heat",
          caption: "Progress status of each indicator, 2017",
          look: "heat",
          columns: [
            { name: "Indicator", align: "start", width: 10 },
            ...[...sampleCountries, "Region"].map((name) => ({ name, align: "center" as const, width: 2 })),
          ],
          rows: [
            { kind: "group", text: "P1 Policy and cooperation", pillar: "P1" },
            { kind: "group", text: "G1 National law and policy", pillar: null },
            { kind: "cells", cells: [{ text: "G1.1-a Law in line with the Palermo Protocol" }, ...heatCells] },
            {
              kind: "cells",
              cells: [
                { text: "G1.1-b Officials trained" },
                ...(["missed", "notAssessed", "suppressed", "noValue", "notApplicable", "noReport"] as const).map(
                  (status) => ({ text: "", status }),
                ),
                { text: "", status: "onTrack", detail: "5/6" },
              ],
            },
            {
              kind: "cells",
              cells: [
                { text: "G1.1-c Officials trained after the plan's end" },
                ...(["stillAchieved", "achievedLater", "noLongerAchieved", "stillMissed"] as const).map((status) => ({
                  text: "",
                  status,
                })),
                ...["", "", ""].map((text) => ({ text })),
              ],
            },
          ],
          note: "Region: 5/6 means five of six countries.",
        },
      ],
    },
    {
      id: "goal-g5",
      title: "Victims are identified early and referred through working National Referral Mechanisms",
      kicker: "Goal G5",
      pillar: "P3",
      blocks: [
        { kind: "heading", level: 2, id: "g5-1", text: "G5.1 Front-line officers know how to identify victims" },
        { kind: "heading", level: 3, id: "i-g5-1-a", text: "G5.1-a Victims identified", status: "onTrack" },
        { kind: "paragraph", text: "Number of persons identified as victims by an authority in the period." },
        {
          kind: "facts",
          rows: [
            { term: "Direction", text: "Reported for context" },
            { term: "Source", text: "Police records" },
          ],
        },
        {
          kind: "chart",
          id: "i-g5-1-a-countries",
          about: "G5.1-a Victims identified",
          title: "Four of six countries are on track",
          subtitle: "Persons, baseline to 2017, with the planned path to 2018",
          source: "5 of 6 countries reported. Source: approved country reports.",
          alt: "Cambodia: baseline 2014 300, 2015 520, 2016 no value, 2017 1,127; target 2018 1,400.",
          chart: {
            type: "trend",
            isWide: false,
            model: sampleTrend,
            words: {
              target: "Target",
              redefined: "Definition changed",
              statuses,
              keys: {
                value: "Approved value",
                baseline: "Baseline",
                planned: "Planned path and target",
                censored: "Small count, exact number not shown",
                gap: "No value",
                break: "Definition changed",
              },
            },
          },
        },
        {
          kind: "chart",
          id: "i-g5-1-a-region",
          about: "G5.1-a Victims identified",
          title: "The region: 6,762 in 2017",
          subtitle: "Persons; 5 of 6 countries have a value",
          source: "Two countries may count the same person.",
          alt: "Region: 2015 520, 2017 1,127.",
          chart: {
            type: "trend",
            isWide: true,
            model: { ...sampleTrend, panels: sampleTrend.panels.slice(0, 1) },
            words: {
              target: "Target",
              redefined: "Definition changed",
              statuses: {},
              keys: {
                value: "Approved value",
                baseline: "Baseline",
                planned: "Planned path and target",
                censored: "Small count, exact number not shown",
                gap: "No value",
                break: "Definition changed",
              },
            },
          },
        },
        {
          kind: "chart",
          id: "i-g5-1-a-sex",
          about: "G5.1-a Victims identified",
          title: "“Female” is the largest group by sex in 4 of the 5 countries whose own values tell it",
          subtitle: "Persons by country, 2017",
          source: "Counts of persons from 1 to 4 are shown as <5.",
          alt: "Cambodia: female 324, male <5.",
          chart: {
            type: "bars",
            words: { suppressed: "Suppressed", missing: "No value" },
            model: {
              series: ["Female", "Male", "Other"],
              groups: sampleCountries.map((name, index) => ({
                name,
                bars: [
                  { text: "324", label: "324", y: 324 - 40 * index, state: "shown" },
                  { text: "<5", label: "<5", y: null, state: "small" },
                  index === 3
                    ? { text: "suppressed", label: "suppressed", y: null, state: "suppressed" }
                    : { text: "no value", label: "no value", y: null, state: "missing" },
                ],
              })),
              values: { min: 0, max: 400, ticks: [0, 200, 400].map((at) => ({ at, label: String(at) })) },
              hasSuppressed: true,
              hasMissing: true,
              absent: ["no value"],
            },
          },
        },
        {
          kind: "table",
          id: "g5-values",
          caption: "Values of G5 by country, 2017",
          look: "plain",
          columns: [
            { name: "Indicator", align: "start", width: 6 },
            { name: "Unit", align: "start", width: 2 },
            ...sampleCountries.map((name) => ({ name, align: "end" as const, width: 2 })),
          ],
          rows: Array.from({ length: 60 }, (_, row) => ({
            kind: "cells" as const,
            cells: [
              { text: `G5.1-${row} Persons who were identified and referred within five days` },
              { text: "persons" },
              { text: "1,127", status: "onTrack" as const },
              { text: "82.4", detail: "337 of 402" },
              { text: "<5" },
              { text: "suppressed" },
              { text: "no value: not collected" },
              { text: "0" },
            ],
          })),
          note: "Missing is not zero.",
        },
      ],
    },
  ],
};
