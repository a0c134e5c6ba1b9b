// What a door's phone and the server tell each other while there is a signal: what waits, the list, the total.
import { SignedOut, ask } from "../offline/asking.js";
import { keepPage } from "../offline/page.js";
import { showTotal } from "./figures.js";
import { waitingAt } from "./kept.js";
import { sendWaiting } from "./sending.js";

export class Exchange {
  constructor(door, list) {
    this.door = door;
    this.list = list;
    this.addresses = door.dataset;
  }

  waiting() {
    return waitingAt(this.addresses.here);
  }

  async told() {
    return (await ask(this.addresses.list)).json();
  }

  // Without a signal nothing is lost: it is tried again.
  async trying(act) {
    try {
      await act();
    } catch (none) {
      if (none instanceof SignedOut) this.door.say("signedOut", {});
    }
  }

  async send() {
    const { here, send } = this.addresses;
    const guard = async () => (await this.told()).guard;
    for (const { entry, said, why, attendance } of await sendWaiting({ here, send, guard })) {
      const name = this.list.nameOf(entry.sent);
      if (said === "again") this.door.say("wasIn", { name });
      if (said === "refused") {
        this.door.say("refused", { name, why });
        this.list.mark(entry.sent.attendance, Boolean(entry.sent.back));
      }
      if (attendance && attendance !== entry.sent.attendance) this.list.drop(entry.sent.attendance);
    }
    await this.door.showWaiting();
  }

  // The list anew, with what waits here on top of it; and the page itself, for when there is none.
  refresh() {
    return this.trying(async () => {
      await this.send();
      this.list.take(await this.told());
      for (const { sent } of await this.waiting()) this.list.mark(sent.attendance, !sent.back, sent.name);
      await this.list.keep(this.door.name);
      await keepPage(this.addresses.here);
    });
  }

  // How many are in by now, and who came by the other doors; a list that does not add up is asked for anew.
  look() {
    return this.trying(async () => {
      await this.send();
      const answer = await ask(this.addresses.total);
      if (!answer.ok) return;
      const { came, expected, doors, latest } = await answer.json();
      const waits = new Set((await this.waiting()).map(({ sent }) => sent.attendance));
      const known = latest.every(([uid, isIn]) => waits.has(uid) || this.list.mark(uid, isIn));
      showTotal(this.door, came, this.door.parts.say("of", { number: expected }), doors);
      if (known && (waits.size || this.list.numberIn === came)) return;
      this.list.take(await this.told());
      await this.list.keep(this.door.name);
      this.door.draw();
    });
  }
}
