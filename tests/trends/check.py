"""Every trend figure again, computed with pandas from the published tables: answers, labs, and the codebook's passages.

python check.py REPORTS_FOLDER SURVEYS_FOLDER

Nothing here is the program's: the definitions are those that the reports print, written a second time.
"""
import sys
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pandas

REPORTS, SURVEYS = Path(sys.argv[1]), Path(sys.argv[2])
YEARS = sorted(int(one.name) for one in REPORTS.iterdir() if one.name.isdigit())
NO_LAB = {"no_lab", "abandoned", "closed"}
TRENDS = (
    "_by_year", "_bounds", "_same_labs", "_change", "_diversity", "_transitions", "_moves", "_stay", "_same_members",
    "launches_cumulated", "launch_to_active", "_x_services", "_by_maturity",
)


def table(path):
    return pandas.read_csv(path, dtype=str, keep_default_na=False)


LABS = pandas.concat([table(REPORTS / str(year) / "data/labs.csv") for year in YEARS])
ANSWERS = pandas.concat([table(REPORTS / str(year) / "data/answers.csv") for year in YEARS])
for frame in (LABS, ANSWERS):
    frame["year"] = frame["year"].astype(int)
PASSAGES = table(SURVEYS / "codebook/passages.csv")
for column in ("from_year", "to_year"):
    PASSAGES[column] = PASSAGES[column].astype(int)
EVENTS = table(SURVEYS / "codebook/lab_events.csv")
BODIES = table(REPORTS / str(YEARS[-1]) / "data/bodies.csv").set_index("academy_code")
EDITIONS = {year: tomllib.loads((SURVEYS / str(year) / "edition.toml").read_text("utf-8")) for year in YEARS}
CLOSING = {year: EDITIONS[year]["closing_date"] for year in YEARS}
CENSUS = tomllib.loads((SURVEYS / "codebook/census.toml").read_text("utf-8"))
QUESTIONS = {one["id"]: one for one in CENSUS["question"]}
TERMS = {
    question: tomllib.loads((SURVEYS / f"codebook/vocabularies/{one['vocabulary']}.toml").read_text("utf-8"))["term"]
    for question, one in QUESTIONS.items()
    if one["kind"] in ("single", "multiple")
}
RANK = {question: {term["id"]: term.get("rank") for term in terms} for question, terms in TERMS.items()}
RECEIVED = LABS[LABS.response == "received"].groupby("year").academy_code.apply(set).to_dict()
MEMBERS = LABS.groupby("year").academy_code.apply(set).to_dict()


@cache
def known_labs(year):
    seen = int((LABS[LABS.year == year].response != "none").sum())
    return max(seen, EDITIONS[year].get("known_labs", 0))


@cache
def asked(question, year):
    return [
        term["id"]
        for term in TERMS[question]
        if term.get("since", 0) <= year <= term.get("until", 9999)
    ]


SAID = ANSWERS[(ANSWERS.status != "missing")]


@cache
def answered(question, year):
    """Labs that said something to a question, or to the one that takes what is outside its list."""
    names = {question, QUESTIONS[question].get("other", question)}
    rows = SAID[(SAID.year == year) & SAID.question.isin(names)]
    return set(rows.academy_code) & RECEIVED[year]


NAMED = {
    key: dict(rows.groupby("academy_code").term.apply(list))
    for key, rows in ANSWERS[ANSWERS.term != ""].groupby(["year", "question"])
}


@cache
def named(question, year):
    """What each lab that answered named: all of it, or the first of a question of one answer."""
    found = {code: terms for code, terms in NAMED.get((year, question), {}).items() if code in RECEIVED[year]}
    if QUESTIONS[question]["kind"] == "single":
        return {code: set(terms[:1]) for code, terms in found.items()}
    return {code: set(terms) for code, terms in found.items()}


def passages(question, year):
    return PASSAGES[(PASSAGES.to_question == question) & (PASSAGES.to_year == year)]


@cache
def back(question, term, year):
    """What an option of a year was the year before; empty where it was not asked."""
    rows = passages(question, year)
    rows = rows[rows.to_term == term]
    if rows.empty:
        return {term} if term in asked(question, year - 1) else set()
    sources = set()
    for row in rows.itertuples():
        if row.kind in ("renamed", "merged", "scale_changed", "reworded"):
            sources.add(row.from_term)
        elif row.kind == "split" and row.comparable == "yes":
            sources.add(row.from_term)
    return sources


@cache
def sources(question, line, year, last):
    """The options of a year that a line of the last year unites."""
    terms = set(line.split("+"))
    offered = [one for one in YEARS if one <= last]
    if "+" not in line and line not in asked(question, last):
        return terms if line in asked(question, year) else set()
    together = "+" in line
    for step in [one for one in reversed(offered) if one > year]:
        rows = passages(question, step)
        split = rows[(rows.kind == "split") & rows.to_term.isin(terms)]
        if together and set(split.to_term) == terms and split.from_term.nunique() == 1:
            terms, together = set(split.from_term), False
            continue
        terms = set().union(*[back(question, term, step) for term in terms]) if terms else set()
    return terms


@cache
def heir(code, last):
    while code in BODIES.index:
        body = BODIES.loc[code]
        if not body.valid_to or body.valid_to >= str(CLOSING[last]) or not body.merged_into:
            return code
        code = body.merged_into
    return code


def event_day(text, precision):
    return {"day": text, "month": f"{text}-01", "year": f"{text}-01-01"}.get(precision, text)


@cache
def is_gone(code, last):
    """Whether a body's lab closed, or was given up, by the closing date of an edition; or the body is no more."""
    body = BODIES.loc[code]
    if body.valid_to and body.valid_to < str(CLOSING[last]):
        return True
    rows = EVENTS[(EVENTS.academy_code == code) & (EVENTS.date != "") & ~EVENTS.event.isin(["renamed", "planned"])]
    days = [event_day(row.date, row.precision) for row in rows.itertuples()]
    events = sorted((day, at) for at, day in enumerate(days) if day <= str(CLOSING[last]))
    return bool(events) and rows.iloc[events[-1][1]].event in ("closed", "abandoned")


@cache
def body_sets(question, year, last):
    """By body of the last year: whether one of its labs answered, and what they named together."""
    who = {heir(code, last) for code in answered(question, year)}
    what = {}
    for code, terms in named(question, year).items():
        if code not in answered(question, year):
            continue
        body = heir(code, last)
        if QUESTIONS[question]["kind"] == "single" and body in what:
            height = lambda terms: max((RANK[question].get(term) or 0) for term in terms)
            terms = max(what[body], terms, key=height)
        elif body in what:
            terms = terms | what[body]
        what[body] = terms
    return who, what


def first_day(text):
    seasons = {"spring": "03-20", "summer": "06-21", "autumn": "09-22", "winter": "01-01"}
    year, _, rest = text.partition("-")
    if rest in seasons:
        return f"{year}-{seasons[rest]}"
    return text + {4: "-01-01", 7: "-01", 10: ""}[len(text)]


@cache
def launches(last):
    """The day of each body's launch, as its latest answer gives it."""
    rows = LABS[(LABS.year <= last) & (LABS.launch_kind == "actual") & (LABS.launch != "")].copy()
    rows["body"] = rows.academy_code.map(lambda code: heir(code, last))
    rows["day"] = rows.launch.map(first_day)
    latest = rows.groupby("body").year.transform("max")
    return rows[rows.year == latest].groupby("body").day.min().to_dict()


def kaplan_meier(waits):
    waiting = 1.0
    for time in sorted({time for time, ended in waits if ended}):
        risk = sum(other >= time for other, _ in waits)
        waiting *= 1 - sum(other == time and ended for other, ended in waits) / risk
        if waiting <= 0.5 + 1e-9:
            return time
    return None


class Report:
    """The trend figures of one year's report: (count, base) by the figure's name without its year."""

    def __init__(self, last):
        self.last = last
        self.years = [year for year in YEARS if year <= last]
        self.scale = {}

    def figure(self, name):
        indicator, _, rest = name.partition(".")
        for ending in ("by_year", "bounds", "same_labs", "change", "diversity", "transitions", "moves", "stay"):
            question = indicator.removesuffix("_" + ending)
            if question != indicator and question in TERMS:
                return getattr(self, ending)(question, rest)
        if indicator.endswith("_x_services"):
            return self.together(rest)
        if indicator.endswith("_by_maturity"):
            return self.by_stage(indicator.removesuffix("_by_maturity"), rest)
        return getattr(self, indicator)(rest)

    def by_year(self, question, rest):
        year, line = rest.split(".", 1)
        year = int(year)
        who = answered(question, year)
        if line == "respondents":
            return len(who), len(RECEIVED[year])
        wanted = sources(question, line, year, self.last)
        if not wanted:
            return None, None
        naming = [code for code, terms in named(question, year).items() if terms & wanted and code in who]
        return len(naming), len(who)

    def bounds(self, question, rest):
        stem, end = rest.rsplit(".", 1)
        count, base = self.by_year(question, stem)
        known = max(known_labs(int(stem.split(".")[0])), base)
        return (count if end == "low" else count + known - base), known

    def pair(self, pair):
        return tuple(int(year) for year in pair.split("-"))

    @cache
    def classes(self, question, pair, line):
        (was, then), (now_who, now) = (body_sets(question, year, self.last) for year in pair)
        bodies = {}
        before, after = (sources(question, line, year, self.last) for year in pair)
        for body in then.keys() | now.keys():
            naming = bool(then.get(body, set()) & before), bool(now.get(body, set()) & after)
            if not any(naming):
                continue
            if body in was and body in now_who:
                kind = {(True, True): "kept", (False, True): "gained", (True, False): "lost"}[naming]
            elif body in now_who:
                kind = "entrants"
            else:
                kind = "leavers" if is_gone(body, self.last) else "silent"
            bodies.setdefault(kind, []).append(body)
        sizes = {kind: len(bodies.get(kind, [])) for kind in ("kept", "gained", "lost", "entrants", "leavers", "silent")}
        return sizes, len(was & now_who)

    def same_labs(self, question, rest):
        pair, what = rest.split(".", 1)
        pair = self.pair(pair)
        if what == "labs":
            return len(body_sets(question, pair[0], self.last)[0] & body_sets(question, pair[1], self.last)[0]), None
        year, line = what.split(".", 1)
        sizes, both = self.classes(question, pair, line)
        return sizes["kept"] + sizes["lost" if int(year) == pair[0] else "gained"], both

    def change(self, question, rest):
        pair, line, part = rest.split(".")
        sizes, _ = self.classes(question, self.pair(pair), line)
        moves = sizes["gained"] - sizes["lost"]
        sizes = sizes | {
            "moves": moves,
            "change": moves + sizes["entrants"] - sizes["leavers"] - sizes["silent"],
            "from": sizes["kept"] + sizes["lost"] + sizes["leavers"] + sizes["silent"],
            "to": sizes["kept"] + sizes["gained"] + sizes["entrants"],
        }
        return sizes[part], None

    def diversity(self, question, rest):
        who = answered(question, int(rest))
        found = named(question, int(rest))
        return sum(len(found.get(code, ())) for code in who) / len(who), len(who)

    def place(self, question, term, year):
        """The place on the scale that both years can say, with its height."""
        held = [line for line in asked(question, self.last) if term in sources(question, line, year, self.last)]
        place = "+".join(held) or term
        ranks = [RANK[question].get(one) for one in held]
        return place, min((rank for rank in ranks if rank), default=0), place in NO_LAB

    @cache
    def rows(self, question, pair):
        return list(self.each(question, pair))

    def each(self, question, pair):
        """Each body known in one of two years: where it was, where it is, what it did."""
        earlier, later = pair
        states = {}
        for side, year in enumerate(pair):
            _, what = body_sets(question, year, self.last)
            for row in LABS[LABS.year == year].itertuples():
                body = heir(row.academy_code, self.last)
                state = states.setdefault(body, [[None, False, False], [None, False, False], set()])
                state[side][1] |= row.response == "received"
                state[side][2] |= row.response == "known_silent"
                state[2].add(side)
                if body in what:
                    term = next(iter(what[body]))
                    state[side][0] = self.place(question, term, year if side == 0 else self.last)
        for body, (was, now, seen) in states.items():
            if any((was[1], was[2], now[1], now[2])):
                yield was[0], now[0], self.move(was, now, is_gone(body, later) or 1 not in seen)

    def move(self, was, now, ended):
        (then, received, known), (here, answers, still) = was, now
        if then and here:
            if here[2] != then[2]:
                return "left" if here[2] else "entered"
            higher = here[1] - then[1]
            return "same" if not higher or here[2] else ("forward" if higher > 0 else "back")
        if then:
            return "left" if ended and not answers else "silent"
        if here and here[2]:
            return "left" if received or known else None
        if here:
            return "entered"
        return "left" if ended and not answers and not still else "silent"

    def transitions(self, question, rest):
        pair, one, other = rest.split(".")
        cells = {}
        for was, now, moved in self.rows(question, self.pair(pair)):
            if was or now:
                row = was[0] if was else "entered"
                column = now[0] if now else ("left" if moved == "left" else "silent")
                cells[row, column] = cells.get((row, column), 0) + 1
        base = sum(count for (row, _), count in cells.items() if row == one)
        return cells.get((one, other), 0), base

    def moves(self, question, rest):
        pair, wanted = rest.split(".")
        rows = self.rows(question, self.pair(pair))
        base = {"entered": lambda was, now: now, "left": lambda was, now: was, "silent": lambda was, now: was}
        holds = base.get(wanted, lambda was, now: was and now)
        counted = [1 for was, now, moved in rows if moved == wanted and (now if wanted == "entered" else was)]
        return len(counted), sum(bool(holds(was, now)) for was, now, _ in rows)

    def stages(self, question):
        """The stages of each body over the years, in the words of the last."""
        seen = {}
        for year in self.years:
            for body, terms in body_sets(question, year, self.last)[1].items():
                seen.setdefault(body, []).append((year, self.place(question, next(iter(terms)), year)[0]))
        return seen

    def stay(self, question, rest):
        stage, what = rest.split(".")
        waits = []
        for seen in self.stages(question).values():
            start = 0
            for at in range(1, len(seen) + 1):
                if at == len(seen) or seen[at][1] != seen[start][1]:
                    end = seen[at][0] if at < len(seen) else seen[at - 1][0]
                    if seen[start][1] == stage:
                        waits.append((end - seen[start][0], at < len(seen)))
                    start = at
        return self.waits(waits, what)

    def waits(self, waits, what):
        ended = sum(ended for _, ended in waits)
        return {"labs": (len(waits), None), "ended": (ended, len(waits)), "median": (kaplan_meier(waits), None)}[what]

    def launch_to_active(self, what):
        days, waits = launches(self.last), []
        for body, seen in self.stages("maturity").items():
            if body not in days:
                continue
            reached = next((year for year, stage in seen if stage == "active"), None)
            end = CLOSING[reached or seen[-1][0]]
            start = date.fromisoformat(days[body])
            if reached or end >= start:
                waits.append((max(0, (end.year - start.year) * 12 + end.month - start.month), bool(reached)))
        return self.waits(waits, what)

    def launches_cumulated(self, year):
        days = launches(self.last)
        return sum(day <= str(CLOSING[int(year)]) for day in days.values()), len(days)

    def response_by_year(self, rest):
        year, what = rest.split(".")
        return len(RECEIVED[int(year)]), known_labs(int(year)) if what.endswith("known") else len(MEMBERS[int(year)])

    def response_same_members(self, rest):
        bodies = [{heir(code, self.last) for code in MEMBERS[year]} for year in self.years]
        always = set.intersection(*bodies)
        return len(always & {heir(code, self.last) for code in RECEIVED[int(rest.split(".")[0])]}), len(always)

    def item_nonresponse_by_year(self, rest):
        year, question = rest.split(".")
        received = RECEIVED[int(year)]
        return len(received) - len(answered(question, int(year))), len(received)

    def team_by_year(self, rest):
        year, what = rest.split(".")
        measure, statistic = what.split("_")
        rows = LABS[(LABS.year == int(year)) & (LABS[f"team_{measure}"] != "")]
        sizes = rows[f"team_{measure}"].astype(float)
        if statistic == "labs":
            return len(sizes), len(RECEIVED[int(year)])
        value = (sizes.sum() if statistic == "total" else sizes.median()) if len(sizes) else None
        return value, len(sizes)

    def team_same_labs(self, rest):
        pair, what = rest.split(".")
        measure, statistic = what.split("_")
        rows = LABS[LABS[f"team_{measure}"] != ""].copy()
        rows["size"] = rows[f"team_{measure}"].astype(float)
        rows["body"] = rows.academy_code.map(lambda code: heir(code, self.last))
        then, now = (rows[rows.year == year].groupby("body")["size"].sum() for year in self.pair(pair))
        both = then.index.intersection(now.index)
        values = {"labs": len(both), "from": then[both].sum(), "to": now[both].sum()}
        return (values[statistic] if len(both) or statistic == "labs" else None), len(both)

    def together(self, rest):
        one, other = rest.split(".")
        themes, services = named("themes", self.last), named("services", self.last)
        both = answered("themes", self.last) & answered("services", self.last)
        return sum(one in themes.get(code, ()) and other in services.get(code, ()) for code in both), len(both)

    def by_stage(self, question, rest):
        option, stage = rest.split(".")
        at_stage = {code for code, terms in named("maturity", self.last).items() if stage in terms}
        base = at_stage & answered(question, self.last)
        return sum(option in named(question, self.last).get(code, ()) for code in base), len(base)


def same(published, computed):
    if published == "" or computed is None:
        return published == "" and computed is None
    return abs(float(published) - float(computed)) < 1e-9


wrong, checked = [], {}
for last in YEARS:
    report = Report(last)
    published = set(table(REPORTS / str(last) / "data/figures.csv").figure)
    for year in YEARS[: YEARS.index(last) + 1] if last > YEARS[0] else []:
        for question in TERMS:
            for line in ["respondents", *asked(question, last)]:
                figure = f"{last}.{question}_by_year.{year}.{line}"
                if figure not in published:
                    wrong.append(f"{figure}: not published")
    for row in table(REPORTS / str(last) / "data/figures.csv").itertuples():
        if not row.indicator.endswith(TRENDS):
            continue
        count, base = report.figure(row.figure.partition(".")[2])
        # A figure without a value has no base to speak of.
        share = count / base if count is not None and base and row.unit in ("labs", "academies") else None
        if not (same(row.count, count) and (count is None or same(row.base, base)) and same(row.share, share)):
            published = f"{row.count} of {row.base} ({row.share})"
            wrong.append(f"{row.figure}: published {published}, pandas finds {count} of {base} ({share})")
        checked[row.indicator] = checked.get(row.indicator, 0) + 1
for indicator, count in sorted(checked.items()):
    print(f"{count:5} {indicator}")
print("\n".join(wrong) or f"pandas agrees on {sum(checked.values())} trend figures of {len(YEARS)} years")
# A census of several years has every kind of trend figure.
sys.exit(bool(wrong) or len(checked) < 20)
