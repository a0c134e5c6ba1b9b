// The key of one's drafts, asked of the server or kept from before, and sending what waits: each goes once.
import { SignedOut, ask } from "../offline/asking.js";
import { dropDraft, forgetKey, keepDraft, keepKey, keptKey, ownDrafts } from "./kept.js";
import { keyFrom } from "./sealing.js";

// With `guard` where there is a signal; null where nobody is signed in, and none was kept.
export const ownKey = async (address) => {
  try {
    const told = await (await ask(address)).json();
    const own = { whose: told.whose, key: await keyFrom(told.key), until: Date.parse(told.until) };
    await keepKey(own);
    return { ...own, guard: told.guard };
  } catch (none) {
    if (!(none instanceof SignedOut)) return keptKey();
    await forgetKey();
    return null;
  }
};

// Answers {url} once it is written, {why} where it is refused, {gone} or {failed}. Throws where there is no signal.
export const send = async (own, here, words) => {
  const headers = { "X-CSRFToken": own.guard };
  const answer = await ask(`${here}sent/`, { method: "POST", headers, body: new URLSearchParams(words) });
  if (answer.ok) {
    await dropDraft(own, here);
    return answer.json();
  }
  if (answer.status === 422) return answer.json();
  return answer.status === 404 ? { gone: true } : { failed: true };
};

// All that waits; what is refused waits no more, and stays to be read and mended.
export const sendWaiting = async (own) => {
  if (!own?.guard) return;
  for (const { here, begunAt, words } of await ownDrafts(own)) {
    if (!words.waits) continue;
    const { waits, ...fields } = words;
    const answer = await send(own, here, fields);
    if (answer.why) await keepDraft(own, here, begunAt, fields);
  }
};
