"""Answers to every question of “What can I get?”, as a senior worker gives them."""

ANSWERS = {
    "party": "person",
    "cases-person": ["certificate"],
    "day": ("2020", "6", "30"),
    "party.region": "330302",
    "certificate.1.occupation": "6-18-01-01",
    "certificate.1.level": "3",
    "certificate.1.kind": "skill-level",
    "certificate.1.issuedOn": ("2019", "5", "3"),
    "certificate.1.more": "false",
    "employment.any": "true",
    "employment.1~employer.kind": "enterprise",
    "employment.1~employer.region": "330302",
    "employment.1.from": ("2015", "1", "1"),
    "employment.1.to": None,
    "employment.1.more": "false",
    "insurance.any": "true",
    "insurance.1.scheme": "unemployment",
    "insurance.1.from": ("2016", "1"),
    "insurance.1.to": ("2018", "12"),
    "insurance.1.region": "330300",
    "insurance.1.more": "false",
    "claim.any": "false",
    "shortage.330300.2019.6-18-01-01": "true",
}


def question(page):
    """The key of the question that is shown, or None."""
    page.wait_for_load_state()  # a click waits for the next page to begin, not to be there
    parts = page.url.split("/question/")
    return parts[1] if len(parts) == 2 else None


def start(page, language):
    page.goto(f"/{language}/check/")
    page.click("main form button")


def give(page, answer):
    """Gives one answer and goes on. None presses the first button beside “continue”."""
    if answer is None:
        page.locator("button[name=escape]").first.click()
        return
    if isinstance(answer, tuple):
        for name, part in zip(("year", "month", "day"), answer):
            page.fill(f"input[name={name}]", part)
    elif isinstance(answer, list):
        for value in answer:
            page.check(f"input[value='{value}']")
    elif page.locator("main select").count():
        page.select_option("main select", answer)
    elif page.locator("main input[type=radio]").count():
        page.check(f"input[value='{answer}']")
    else:
        page.fill("input[name=value]", answer)
    page.click("main .buttons button:not([name])")


def walk(page, language, until=None, changes={}):
    """Answers questions from the beginning until the summary, or until the question named, as of the
    day of ANSWERS. Gives the questions that were asked."""
    start(page, language)
    asked = []
    while (key := question(page)) and key != until:
        asked.append(key)
        give(page, changes.get(key, ANSWERS[key]))
        if len(asked) == 2:  # who asks and what there is: the day is not asked, and can be changed
            page.goto(f"/{language}/check/question/day")
            give(page, ANSWERS["day"])
    return asked
