// Where the places of a power map lie in the window: which lies below a point, and how far a sign has to go to one.
export const MOST = 10;
export const FURTHEST = 3;

const off = (at, low, high) => Math.max(low - at, at - high, 0);

const nearest = (map, name, far) =>
  [...map.querySelectorAll(name)]
    .map((element) => ({ element, far: far(element.getBoundingClientRect()) }))
    .reduce((best, other) => (other.far < best.far ? other : best)).element;

// The place below a point, the nearest where it lies outside.
export const placeAt = (map, x, y) => ({
  power: Number(nearest(map, ".power-map-band", ({ top, bottom }) => off(y, top, bottom)).dataset.power),
  position: Number(nearest(map, ".power-map-lane", ({ left, right }) => off(x, left, right)).dataset.position),
});

export const within = (power, position) => ({
  power: Math.min(MOST, Math.max(0, power)),
  position: Math.min(FURTHEST, Math.max(-FURTHEST, position)),
});

// How far a sign has to go from its own place, in pixels.
export const wayTo = (map, { power, position }, own) => {
  const [lane, ownLane] = [position, own.position].map((at) => box(map, `.power-map-lane[data-position="${at}"]`));
  const [band, ownBand] = [power, own.power].map((at) => box(map, `.power-map-band[data-power="${at}"]`));
  return [lane.left - ownLane.left, band.top - ownBand.top];
};

const box = (map, name) => map.querySelector(name).getBoundingClientRect();

// Calls back while a sign is dragged, and once where it was let go; a press that slips a little is no drag.
export const drag = (card, event, { moves, ends }) => {
  const [x, y] = [event.clientX, event.clientY];
  let held = false;
  card.setPointerCapture(event.pointerId);
  card.onpointermove = ({ clientX, clientY }) => {
    held ||= Math.hypot(clientX - x, clientY - y) > 5;
    card.toggleAttribute("data-held", held);
    if (held) moves(clientX, clientY);
  };
  card.onpointerup = card.onpointercancel = ({ type }) => {
    card.onpointermove = card.onpointerup = card.onpointercancel = null;
    card.removeAttribute("data-held");
    if (held) ends(type === "pointerup");
  };
};
