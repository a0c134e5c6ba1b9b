// Before somebody signs out what waits is sent; then the key goes, and drafts stay sealed until they sign in again.
import { beforeSigningOut } from "../offline/signing-out.js";
import { canKeep, keptKey, lock } from "./kept.js";
import { ownKey, sendWaiting } from "./sending.js";

if (canKeep) {
  beforeSigningOut(async () => {
    const address = document.querySelector("m4c-unsent")?.dataset.key ?? "/organise/conversations/draft-key/";
    if (await keptKey()) await sendWaiting(await ownKey(address)).catch(() => {});
    await lock();
  });
}
