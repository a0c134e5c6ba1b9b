// Seals words with a key that leaves this device no more once it is here: AES-GCM, bound to the draft's own name.
const bytes = (text) => new TextEncoder().encode(text);

export const keyFrom = (base64) => {
  const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
};

export const seal = async (key, name, words) => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
  return { iv, sealed: await crypto.subtle.encrypt(how, key, bytes(JSON.stringify(words))) };
};

export const unseal = async (key, name, { iv, sealed }) => {
  const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed)));
};
