// <m4c-passkey> asks the device for a passkey, or makes one, and posts its answer with the form inside.
// data-ceremony: get | create. data-options: id of the JSON block with the server's question; or data-from: where to
// fetch it. data-tick: id of a tick box outside whose state goes along. data-failed: what to say when nothing came.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const named = (credentials = []) => credentials.map((credential) => ({ ...credential, id: bytes(credential.id) }));

// Addresses made of numbers have no passkeys, and old browsers have none at all.
const possible = () => "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);

class Passkey extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.hidden = !possible();
    for (const other of this.querySelectorAll("[data-otherwise]")) other.hidden = possible();
    this.form.onsubmit = (event) => {
      event.preventDefault();
      this.ask();
    };
  }

  async ask() {
    const problem = this.querySelector("[role=alert]");
    problem.hidden = true;
    try {
      const question = (await this.question()).publicKey;
      const answer = this.dataset.ceremony === "create" ? await this.create(question) : await this.get(question);
      this.form.elements.credential.value = JSON.stringify(answer);
    } catch {
      problem.textContent = this.dataset.failed; // put away by its owner, or refused by the device
      problem.hidden = false;
      return;
    }
    const tick = document.getElementById(this.dataset.tick);
    if (tick) this.form.elements[tick.name].disabled = !tick.checked;
    this.form.submit();
  }

  async question() {
    if (this.dataset.options) {
      const block = JSON.parse(document.getElementById(this.dataset.options).textContent);
      return block.creation_options ?? block.request_options;
    }
    const response = await fetch(this.dataset.from, { headers: { Accept: "application/json" } });
    return (await response.json()).request_options;
  }

  async create(question) {
    const user = { ...question.user, id: bytes(question.user.id) };
    const choice = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
    const publicKey = { ...question, user, challenge: bytes(question.challenge) };
    publicKey.excludeCredentials = named(question.excludeCredentials);
    publicKey.authenticatorSelection = { ...question.authenticatorSelection, ...choice };
    const made = await navigator.credentials.create({ publicKey });
    return this.told(made, ["clientDataJSON", "attestationObject"]);
  }

  async get(question) {
    const publicKey = { ...question, challenge: bytes(question.challenge) };
    publicKey.allowCredentials = named(question.allowCredentials);
    const found = await navigator.credentials.get({ publicKey });
    return this.told(found, ["clientDataJSON", "authenticatorData", "signature", "userHandle"]);
  }

  told(credential, parts) {
    const given = parts.filter((part) => credential.response[part]);
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: Object.fromEntries(given.map((part) => [part, text(credential.response[part])])),
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }
}

customElements.define("m4c-passkey", Passkey);
