// What a device keeps of 1-2-1s: sealed drafts for seven days, the key while somebody is signed in, and pages' addresses.
import { keepPage, leavePage } from "../offline/page.js";
import { Store } from "../offline/store.js";
import { seal, unseal } from "./sealing.js";

export const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const kept = new Store("m4c-drafts", { drafts: "name", keys: "name", pages: "here" });
const nameOf = (whose, here) => `${whose} ${here}`;

export const canKeep = Boolean(globalThis.crypto?.subtle && globalThis.indexedDB?.databases && globalThis.caches);
export const goesAt = (draft) => draft.begunAt + WEEK;

// `own` is {whose, key, until}: it is forgotten when it has run out, and whenever somebody signs out.
export const keepKey = (own) => kept.put("keys", { ...own, name: "own" });
export const forgetKey = async () => (await kept.isThere()) && kept.drop("keys", "own");
// The key that was kept; of this account alone, where the page says whose it is.
export const keptKey = async (whose) => {
  const own = (await kept.isThere()) && (await kept.get("keys", "own"));
  return own && own.until > Date.now() && (!whose || own.whose === whose) ? own : null;
};

export const keepDraft = async ({ whose, key }, here, begunAt, words) => {
  const name = nameOf(whose, here);
  await kept.put("drafts", { name, whose, here, begunAt, ...(await seal(key, name, words)) });
};

const opened = async (own, draft) => ({ ...draft, words: await unseal(own.key, draft.name, draft) });

export const draftAt = async (own, here) => {
  const draft = await kept.get("drafts", nameOf(own.whose, here));
  return draft && opened(own, draft);
};

export const ownDrafts = async (own) => {
  const drafts = (await kept.all("drafts")).filter(({ whose }) => whose === own.whose);
  return Promise.all(drafts.map((draft) => opened(own, draft)));
};

export const dropDraft = ({ whose }, here) => kept.drop("drafts", nameOf(whose, here));

export const keepAfterPage = async (here, worker) => {
  await navigator.serviceWorker?.register(worker, { scope: here });
  await keepPage(here);
  await kept.put("pages", { here, keptAt: Date.now() });
};

// Seven days after it was begun a draft goes, sent or not; so does a page that nobody opened again.
export const forgetOld = async () => {
  if (!(await kept.isThere())) return;
  const late = (await kept.all("drafts")).filter((draft) => goesAt(draft) < Date.now());
  await kept.drop("drafts", ...late.map(({ name }) => name));
  for (const { here, keptAt } of await kept.all("pages")) if (keptAt + WEEK < Date.now()) await forgetPage(here);
};

const forgetPage = async (here) => {
  await leavePage(here);
  await kept.drop("pages", here);
};

// Nobody is signed in here any more: drafts stay sealed, and what opened them goes.
export const lock = async () => {
  if (!(await kept.isThere())) return;
  await forgetKey();
  for (const { here } of await kept.all("pages")) await forgetPage(here);
};
