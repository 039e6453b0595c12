"""The plain line in OpenFisca-core: workers are its persons, and what there may be several of is laid
out side by side, as `job_1_from`, `job_2_from`. Amounts are yuan in its floats of 32 bits.

Awards that do not add up have no form in it: formulas go by worker and month, and that rule goes from
award to award in the order of their days.
"""

import datetime
from importlib import metadata

import numpy
from openfisca_core import periods
from openfisca_core.entities import Entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from city import FIRST_PRIZES, LAST_RANKS, ON, STEPS

Worker = Entity("worker", "workers", "A worker", "")
NOW = "2021-06"
MONTHS = periods.period("month:2018-01:42")
START_2017 = numpy.datetime64("2017-01-01")
START_2018 = numpy.datetime64("2018-01-01")
FOREVER = 375_000

PARAMETERS = ParameterNode("", data={
    "skill_upgrade": {
        "level_5": {"values": {"2010-01-01": {"value": 1000}}},
        "level_4": {"values": {"2010-01-01": {"value": 1500}}},
        "level_3": {"values": {"2010-01-01": {"value": 2000}}},
        "shortage_bonus": {"values": {"2010-01-01": {"value": 0.5}}},
        "insured_months": {"values": {
            "2010-01-01": {"value": 36}, "2019-01-01": {"value": 12},
            "2021-01-01": {"value": 36}}},
    },
    "post_allowance": {
        "level_1": {"values": {"2010-01-01": {"value": 1000}}},
        "level_2": {"values": {"2010-01-01": {"value": 500}}},
    },
    "apprenticeship": {
        "share": {"values": {"2010-01-01": {"value": 0.6}}},
        "most": {"values": {"2010-01-01": {"value": 6000}}},
        "years": {"values": {"2010-01-01": {"value": 2}}},
    },
})


def variable(name, kind, formula=None, period=DateUnit.ETERNITY):
    """A class of a variable, as OpenFisca wants them."""
    body = {"value_type": kind, "entity": Worker, "definition_period": period, "label": name}
    if formula:
        body["formula"] = formula
    return type(name, (Variable,), body)


def month_number(period):
    return period.start.year * 12 + period.start.month - 1


def shortage(table, place):
    def formula(worker, period):
        issued = worker(f"certificate_{place}_issued", period)
        year = issued.astype("datetime64[Y]").astype("i4") + (1970 - 2010)
        # A certificate that there is not was issued in 1970.
        occupation = worker(f"certificate_{place}_occupation", period)
        return table[numpy.maximum(year, 0), occupation]
    return formula


def allowance_from(place):
    """The month after that of the certificate, and of others one that is never reached."""
    def formula(worker, period):
        level = worker(f"certificate_{place}_level", period)
        issued = worker(f"certificate_{place}_issued", period)
        counts = (
            worker("local", period) & worker(f"certificate_{place}_counts", period)
            & (level >= 1) & (level <= 2) & (issued >= START_2018)
            & worker(f"certificate_{place}_short", period)
        )
        month = issued.astype("datetime64[M]").astype("i4") + (1970 * 12 + 1)
        return numpy.where(counts, month, FOREVER)
    return formula


def is_insured(worker, period):
    month = month_number(period)
    return (
        (worker("spell_1_from", period) <= month) & (worker("spell_1_to", period) >= month)
        | (worker("spell_2_from", period) <= month) & (worker("spell_2_to", period) >= month)
    )


def job_first(place):
    """The month in which a job with a local enterprise begins, and of others one that is never
    reached."""
    def formula(worker, period):
        month = worker(f"job_{place}_from", period).astype("datetime64[M]").astype("i4")
        return numpy.where(
            worker(f"job_{place}_local_enterprise", period), month + 1970 * 12, FOREVER)
    return formula


def job_past(place):
    """The first month on whose last day, or on the day of the determination, the job has ended."""
    def formula(worker, period):
        to = worker(f"job_{place}_to", period)
        month = (to + 1).astype("datetime64[M]").astype("i4") + 1970 * 12
        return numpy.where(to >= numpy.datetime64(ON), FOREVER, month)
    return formula


def is_employed(worker, period):
    month = month_number(period)
    return (
        (worker("job_1_first", period) <= month) & (worker("job_1_past", period) > month)
        | (worker("job_2_first", period) <= month) & (worker("job_2_past", period) > month)
    )


def is_top(place):
    def formula(worker, period):
        return worker(f"certificate_{place}_level", period) == 1
    return formula


def post_allowance(worker, period, parameters):
    """The higher rate where either certificate of level 1 is in its 36 months, else the lower one."""
    month = month_number(period)
    rates = parameters(period).post_allowance
    counts = worker("is_insured", period) & worker("is_employed", period)
    paid = []
    for place in (1, 2):
        first = worker(f"certificate_{place}_allowance_from", period)
        paid.append((first <= month) & (first > month - 36) & counts)
    top = paid[0] & worker("certificate_1_top", period) | paid[1] & worker(
        "certificate_2_top", period)
    lower, more = rates.level_2, rates.level_1 - rates.level_2
    return (paid[0] | paid[1]) * numpy.float32(lower) + top * numpy.float32(more)


def insured_months(worker, period):
    month = month_number(period)
    first, to = worker("spell_1_from", period), worker("spell_1_to", period)
    past = numpy.minimum(to, month) + 1
    later = numpy.maximum(worker("spell_2_from", period), past)
    later_past = numpy.minimum(worker("spell_2_to", period), month) + 1
    return numpy.maximum(past - first, 0) + numpy.maximum(later_past - later, 0)


def is_employed_by_enterprise(worker, period):
    day = numpy.datetime64(ON)
    return (
        worker("job_1_enterprise", period) & (worker("job_1_from", period) <= day)
        & (worker("job_1_to", period) >= day)
        | worker("job_2_enterprise", period) & (worker("job_2_from", period) <= day)
        & (worker("job_2_to", period) >= day)
    )


def skill_upgrade_of(place):
    def formula(worker, period, parameters):
        figures = parameters(period).skill_upgrade
        level = worker(f"certificate_{place}_level", period)
        base = numpy.select(
            [level == 5, level == 4, level == 3],
            [figures.level_5, figures.level_4, figures.level_3])
        bonus = 1 + figures.shortage_bonus * worker(f"certificate_{place}_short", period)
        counts = (
            worker(f"certificate_{place}_counts", period)
            & (worker(f"certificate_{place}_issued", period) >= START_2017)
        )
        return base * bonus * counts
    return formula


def skill_upgrade(worker, period, parameters):
    """Of two certificates of one occupation and level the earlier, of one day the higher."""
    first = worker("skill_upgrade_of_1", period)
    second = worker("skill_upgrade_of_2", period)
    alike = (
        (worker("certificate_1_level", period) == worker("certificate_2_level", period))
        & (worker("certificate_1_occupation", period)
            == worker("certificate_2_occupation", period))
        & (first > 0) & (second > 0)
    )
    issued = [worker(f"certificate_{place}_issued", period) for place in (1, 2)]
    is_first = (issued[0] < issued[1]) | (issued[0] == issued[1]) & (first >= second)
    both = numpy.where(alike, numpy.where(is_first, first, second), first + second)
    entitled = (
        worker("local", period) & worker("is_employed_by_enterprise", period)
        & (worker("insured_months", period) >= parameters(period).skill_upgrade.insured_months)
    )
    return both * entitled


def contest_prize(worker, period):
    last = numpy.array(LAST_RANKS, "i4")
    first = numpy.array(FIRST_PRIZES, "f4")
    less = numpy.array(STEPS, "f4")
    best = 0
    for place in (1, 2, 3):
        contest, rank = worker(f"prize_{place}_contest", period), worker(
            f"prize_{place}_rank", period)
        counts = (
            (rank >= 1) & (rank <= last[contest])
            & (worker(f"prize_{place}_granted", period) >= START_2018)
        )
        best = numpy.maximum(best, (first[contest] - less[contest] * (rank - 1)) * counts)
    return best * worker("local", period)


def apprenticeship(worker, period, parameters):
    figures = parameters(period).apprenticeship
    counts = (
        worker("apprentice_local_enterprise", period)
        & (worker("apprentice_year", period) <= figures.years)
        & (worker("apprentice_from", period) >= START_2018)
    )
    return counts * numpy.minimum(worker("apprentice_fee", period) * figures.share, figures.most)


def total(worker, period):
    return (
        worker("apprenticeship", period) + worker("skill_upgrade", period)
        + worker("contest_prize", period) + sum(
            worker("post_allowance", month) for month in MONTHS.get_subperiods(DateUnit.MONTH))
    )


def slots(values, owners, starts, place, absent, workers):
    """By worker the value of the record at a place, from 0."""
    column = numpy.full(workers, absent, values.dtype)
    here = numpy.arange(len(owners)) - starts[owners] == place
    column[owners[here]] = values[here]
    return column


class OpenFisca:
    name = f"OpenFisca-core {metadata.version('openfisca-core')}"
    threads = [1]
    workloads = ["plain"]

    def __init__(self, city):
        self.inputs = {}
        self.read(city)
        short = city.shortage == 1
        month = DateUnit.MONTH
        formulas = [
            variable("is_insured", bool, is_insured, month),
            variable("is_employed", bool, is_employed, month),
            variable("post_allowance", float, post_allowance, month),
            variable("insured_months", int, insured_months, month),
            variable("is_employed_by_enterprise", bool, is_employed_by_enterprise, month),
            variable("skill_upgrade", float, skill_upgrade, month),
            variable("contest_prize", float, contest_prize, month),
            variable("apprenticeship", float, apprenticeship, month),
            variable("total", float, total, month),
        ]
        for place in (1, 2):
            formulas += [
                variable(f"certificate_{place}_short", bool, shortage(short, place)),
                variable(f"certificate_{place}_allowance_from", int, allowance_from(place)),
                variable(f"certificate_{place}_top", bool, is_top(place)),
                variable(f"job_{place}_first", int, job_first(place)),
                variable(f"job_{place}_past", int, job_past(place)),
                variable(f"skill_upgrade_of_{place}", float, skill_upgrade_of(place), month),
            ]
        self.computed = [formula.__name__ for formula in formulas]
        self.system = TaxBenefitSystem([Worker])
        self.system.parameters = PARAMETERS
        kinds = {"b": bool, "i": int, "f": float, "M": datetime.date}
        for name, values in self.inputs.items():
            self.system.add_variable(variable(name, kinds[values.dtype.kind]))
        for formula in formulas:
            self.system.add_variable(formula)
        self.simulation = SimulationBuilder().build_default_simulation(self.system, city.workers)
        for name, values in self.inputs.items():
            self.simulation.set_input(name, DateUnit.ETERNITY, values)

    def read(self, city):
        workers = city.workers

        def days(values):
            return values.astype("datetime64[D]")

        def put(name, values, owners, starts, count, absent=0):
            for place in range(count):
                self.inputs[name.replace("#", str(place + 1))] = slots(
                    values, owners, starts, place, absent, workers)

        self.inputs["local"] = city.isLocal == 1
        of = (city.certificateOwners, city.certificateStarts, 2)
        put("certificate_#_level", city.levels.astype("i4"), *of)
        put("certificate_#_occupation", city.occupations.astype("i4"), *of)
        put("certificate_#_counts", city.isGoodKind == 1, *of)
        put("certificate_#_issued", days(city.issued), *of)
        of = (city.jobOwners, city.jobStarts, 2)
        enterprise = city.isEnterprise == 1
        local = enterprise & (city.isLocalEmployer == 1)
        put("job_#_enterprise", enterprise[city.jobEmployers], *of)
        put("job_#_local_enterprise", local[city.jobEmployers], *of)
        put("job_#_from", days(city.jobFrom), *of)
        put("job_#_to", days(numpy.minimum(city.jobTo, FOREVER)), *of)
        of = (city.spellOwners, city.spellStarts, 2)
        put("spell_#_from", city.spellFrom, *of)
        put("spell_#_to", city.spellTo, *of, absent=-1)
        # Of awards only prizes; where they stand among a worker's does not matter.
        of = (city.awardOwners, city.awardStarts, 3)
        prize = city.isTitle == 0
        put("prize_#_contest", numpy.where(prize, city.awards, 0).astype("i4"), *of)
        put("prize_#_rank", numpy.where(prize, city.ranks, 0).astype("i4"), *of)
        put("prize_#_granted", days(city.granted), *of)
        owners = city.apprenticeOwners
        starts = numpy.searchsorted(owners, numpy.arange(workers))
        of = (owners, starts, 1)
        put("apprentice_local_enterprise", local[city.apprenticeEmployers], *of)
        put("apprentice_year", city.apprenticeYears.astype("i4"), *of)
        put("apprentice_from", days(city.apprenticeFrom), *of)
        put("apprentice_fee", city.fees.astype("f4"), *of)

    def reset(self):
        """Forgets what was computed, so that it is computed again."""
        for name in self.computed:
            self.simulation.delete_arrays(name)

    def run(self, workload, threads):
        return numpy.rint(self.unrounded()).astype("i8")

    def unrounded(self):
        """分, as near as yuan in 32 bits come to them."""
        return self.simulation.calculate("total", NOW).astype("f8") * 100
