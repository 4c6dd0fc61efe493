// What the digits of a number say of it. Sources: ITU E.164 and the numbering plans of the six countries; GB 11643-1999
// (China); the Thai ID's check digit; Viet Nam's Circular 07/2016/TT-BCA (12 digits that begin with the province).

/** A number as it was written: its digits, by the groups that spaces, dashes and dots make. */
export interface WrittenNumber {
  hasPlus: boolean;
  groups: readonly string[];
}

/** China's mobile numbers are written whole or in groups; eleven digits of something else rarely are. */
const mobileGroups = new Set(["11", "3-4-4", "3-8", "7-4", "4-4-3", "4-3-4", "3-3-5"]);

/** Country codes without a plus sign, before digits that such a country has. */
const withCountryCode =
  /^(?:8550?[1-9]\d{7,8}|856(?:20\d{7,8}|30\d{7}|[2-9]\d{7})|660?[2-9]\d{7,8}|840?[235789]\d{8,9}|959\d{7,9}|861[3-9]\d{9})$/;

const isSpelt = (groups: readonly string[]) => groups.length > 1 && groups.every(({ length }) => length === 1);

export function isPhone({ hasPlus, groups }: WrittenNumber): boolean {
  const digits = groups.join("");
  const singles = groups.filter(({ length }) => length === 1).length;
  // A row of small counts is no telephone; digits one by one are.
  if (!isSpelt(groups) && (groups.length > 7 || singles > 1 || (groups[0] === "0" && !hasPlus))) return false;
  if (hasPlus) return /^[1-9]\d{8,14}$/.test(digits);
  if (/^00[1-9]\d{9,12}$/.test(digits) || /^0[1-9]\d{7,9}$/.test(digits)) return true;
  // China: the city's code, then eight digits.
  const [area = "", ...rest] = groups;
  if (groups.length <= 3 && /^0[1-9]\d{1,2}$/.test(area) && /^\d{7,8}$/.test(rest.join(""))) return true;
  const isGrouped = groups.length > 1 && groups.slice(1).every(({ length }) => length === 3);
  if (withCountryCode.test(digits) && !isGrouped) return true;
  const shape = groups.map(({ length }) => length).join("-");
  return /^1[3-9]\d{9}$/.test(digits) && (mobileGroups.has(shape) || isSpelt(groups));
}

function isThaiId(digits: string): boolean {
  if (!/^[1-8]\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (13 - i);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

function isChineseId(digits: string): boolean {
  const [, month, day] = /^[1-9]\d{5}(?:18|19|20)\d\d(\d\d)(\d\d)\d{3}[\dX]$/.exec(digits) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return "10X98765432"[sum % 11] === digits[17];
}

const isVietnameseId = (digits: string) => {
  const province = Number(digits.slice(0, 3));
  return /^0\d\d[0-3]\d{8}$/.test(digits) && province >= 1 && province <= 96;
};

const isInThrees = (groups: readonly string[]) => groups.length === 1 || groups.every(({ length }) => length === 3);

/** A card number that says so itself, by its check digit or its form; others are known by the word before them. */
export function isIdentityNumber({ hasPlus, groups }: WrittenNumber): boolean {
  const digits = groups.join("");
  if (hasPlus || (groups.length > 6 && !isSpelt(groups))) return false;
  return isThaiId(digits) || isChineseId(digits) || (isVietnameseId(digits) && (isInThrees(groups) || isSpelt(groups)));
}
