// The figures of a door's page: how many are in, by which door, and how many wait for a signal.
export const showTotal = (door, came, of, doors) => {
  const count = document.querySelector("[data-count]");
  count.querySelector("[data-came]").textContent = came;
  count.querySelector("[data-expected]").textContent = of;
  const named = Object.entries(doors).map(([name, number]) => `${name}: ${number}`);
  door.querySelector("[data-doors]").textContent = named.join(" · ");
};

export const showWaiting = (door, number) => {
  const badge = door.querySelector("[data-waits]");
  badge.hidden = !number;
  badge.querySelector("[data-number]").textContent = number;
};
