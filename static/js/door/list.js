// The list of a door as this device knows it: [uid, name, whether in, with whom], and whom it let in last.
import { keepDoor } from "./kept.js";

const LATEST = 8;
const FIRST = 30;

export class List {
  people = [];
  latest = [];

  constructor({ here, send }) {
    this.addresses = { here, send };
  }

  take({ people, guard }) {
    this.people = people;
    this.guard = guard;
  }

  keep(door) {
    return keepDoor({ ...this.addresses, people: this.people, guard: this.guard, door });
  }

  person(uid) {
    return this.people.find((person) => person[0] === uid);
  }

  nameOf({ attendance, name }) {
    return name ?? this.person(attendance)?.[1] ?? "";
  }

  // Whether somebody is on this list, now in or not; somebody new comes onto it.
  mark(attendance, isIn, name) {
    const person = this.person(attendance);
    if (person) person[2] = isIn;
    else if (name) this.people.push([attendance, name, isIn, ""]);
    return Boolean(person || name);
  }

  note(sent) {
    this.mark(sent.attendance, !sent.back, sent.name);
    this.latest = [sent.attendance, ...this.latest.filter((one) => one !== sent.attendance)].slice(0, LATEST);
  }

  drop(uid) {
    this.people = this.people.filter((person) => person[0] !== uid);
  }

  get numberIn() {
    return this.people.filter((person) => person[2]).length;
  }

  get lastIn() {
    return this.latest.map((uid) => this.person(uid)).filter(Boolean);
  }

  // Before anything is typed: whom this phone let in last, else where the list begins.
  get first() {
    return this.latest.length ? this.lastIn : this.people.slice(0, FIRST);
  }
}
