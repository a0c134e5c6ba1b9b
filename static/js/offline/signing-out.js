// Signing out waits for whatever a device sends or forgets before that; it never waits for ever, nor fails by it.
const acts = [];

export const beforeSigningOut = (act) => acts.push(act);

const signOut = async (form) => {
  try {
    for (const act of acts) await act();
  } finally {
    form.submit();
  }
};

if (globalThis.indexedDB?.databases && globalThis.caches) {
  document.addEventListener("submit", (event) => {
    if (!event.target.action?.endsWith("/account/logout/")) return;
    event.preventDefault();
    signOut(event.target);
  });
}
