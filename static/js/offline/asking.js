// Asks the server; throws where there is no signal, and says by itself when nobody is signed in here any more.
const PATIENCE = 10_000; // milliseconds: a bar of signal that carries nothing is none

export class SignedOut extends Error {}

export const ask = async (address, options = {}) => {
  const answer = await fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), ...options });
  if (answer.redirected || answer.status === 403) throw new SignedOut();
  return answer;
};
