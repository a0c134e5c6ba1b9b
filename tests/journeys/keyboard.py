"""A journey by keys alone: Tab until something has the focus, and at every stop the focus is to be seen."""

import re

from playwright.sync_api import Locator, Page, expect

FAR = 120  # stops before a control counts as out of reach
# What is wrong with how the focus shows: where its ring is drawn (on the element, or on the label or card round it),
# and whether the element itself can be seen. A ring that the element or its frame draws has a style and a width.
UNSEEN = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return "";
  const name = element.outerHTML.slice(0, 120);
  const ringed = (frame) => [null, "::after"].some((part) => {
    const style = getComputedStyle(frame, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const frames = [element, ...(element.labels || [])];
  for (let frame = element.parentElement; frame && frames.length < 6; frame = frame.parentElement) frames.push(frame);
  if (!frames.some(ringed)) return `no ring round ${name}`;
  const shown = [element, ...(element.labels || [])];
  const boxes = shown.flatMap((each) => [...each.getClientRects()]).filter((box) => box.width > 1 && box.height > 1);
  const inside = boxes.filter(
    (box) => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth);
  if (!inside.length) return `outside the window: ${name}`;
  const seen = inside.some((box) => {
    const between = (low, high, least, most) => (Math.max(low, least) + Math.min(high, most)) / 2;
    const hit = document.elementFromPoint(
      between(box.left, box.right, 0, innerWidth), between(box.top, box.bottom, 0, innerHeight));
    return hit && shown.some((each) => each.contains(hit) || hit.contains(each) && hit.closest("label, a, button"));
  });
  return seen ? "" : `covered: ${name}`;
}"""


class Keyboard:
    """Somebody who has a keyboard and nothing else. What was wrong with the focus on the way goes to `unseen`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def go(self, address: str) -> None:
        """Open a page, as typed into the browser's own line."""
        self.page.goto(address)

    def tab(self, key: str = "Tab") -> None:
        """One stop further."""
        self.page.keyboard.press(key)
        if problem := self.page.evaluate(UNSEEN):
            self.unseen.append(problem)

    def to(self, control: Locator) -> None:
        """Tab until this control has the focus."""
        expect(control.first).to_be_attached()
        for _ in range(FAR):
            self.tab()
            if control.evaluate_all("them => them.includes(document.activeElement)"):
                return
        raise AssertionError(f"{FAR} stops do not lead to {control}")

    def into(self, label: str, words: str) -> None:
        """Tab to the field of this label, and type."""
        self.to(self.page.get_by_role("main").get_by_label(re.compile(rf"^{re.escape(label)}(?: optional)?$")))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def enter(self, control: Locator) -> None:
        """Tab to this control, press it, and wait for the next page."""
        self.to(control)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        """Press the button of this name in the page itself."""
        self.enter(self.page.get_by_role("main").get_by_role("button", name=name))

    def follow(self, name: str) -> None:
        """Follow the link of this name in the page itself."""
        self.enter(self.page.get_by_role("main").get_by_role("link", name=name))

    def choose(self, name: str) -> None:
        """Tab to the choices that this radio button or tick is one of, and take it."""
        main = self.page.get_by_role("main")
        wanted = main.get_by_role("radio", name=name).or_(main.get_by_role("checkbox", name=name)).first
        expect(wanted).to_be_attached()
        choices = main.locator(f"[name='{wanted.get_attribute('name')}']:is([type=radio], [type=checkbox])")
        self.to(choices if wanted.get_attribute("type") == "radio" else wanted)
        for _ in range(choices.count()):
            self.page.keyboard.press("Space")
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {name}")
