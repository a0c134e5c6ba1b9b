// Whose names begin with what was typed, accents and case ignored. A list is [uid, name, whether in, with whom].
const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const MOST = 30;

export const called = (people, typed) => {
  const sought = folded(typed);
  if (sought.join("").length < 2) return [];
  const found = [];
  for (const person of people) {
    const names = folded(person[1]);
    if (sought.every((start) => names.some((name) => name.startsWith(start))) && found.push(person) === MOST) break;
  }
  return found;
};
