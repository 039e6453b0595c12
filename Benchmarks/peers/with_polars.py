"""The benefits in Polars, as one lazy query. How many threads it has is told by POLARS_MAX_THREADS."""

import numpy
import polars
from polars import col

from city import FIRST_PRIZES, LAST_RANKS, MONTH, ON, STEPS, TITLES

START_2017 = polars.date(2017, 1, 1)
START_2018 = polars.date(2018, 1, 1)


def month_of(date):
    return date.dt.year() * 12 + date.dt.month().cast(polars.Int32) - 1


class Polars:
    name = f"Polars {polars.__version__}"
    threads = [polars.thread_pool_size()]
    workloads = ["plain", "stacked"]

    def __init__(self, city):
        self.workers = city.workers
        rows = numpy.arange

        def frame(dates=(), **columns):
            return polars.DataFrame(columns).with_columns(
                col(name).cast(polars.Date) for name in dates)

        def lazy(frame):
            return frame.with_columns(col("owner").set_sorted()).lazy()

        self.elsewhere = lazy(frame(owner=numpy.flatnonzero(city.isLocal == 0).astype("i4")))
        enterprise = city.isEnterprise == 1
        self.enterprise = frame(employer=numpy.flatnonzero(enterprise).astype("i4")).lazy()
        self.local_enterprise = frame(employer=numpy.flatnonzero(
            enterprise & (city.isLocalEmployer == 1)).astype("i4")).lazy()
        # The last day of what goes on lies in 2999.
        self.job = lazy(frame(
            ["from", "to"], owner=city.jobOwners, employer=city.jobEmployers,
            **{"from": city.jobFrom, "to": numpy.minimum(city.jobTo, 375_000)}))
        self.spell = lazy(frame(
            owner=city.spellOwners, **{"from": city.spellFrom, "to": city.spellTo}))
        self.certificate = lazy(frame(
            ["issued"], owner=city.certificateOwners, occupation=city.occupations,
            level=city.levels, good=city.isGoodKind == 1, issued=city.issued))
        self.award = lazy(frame(
            ["granted"], id=rows(len(city.awards), dtype="i4"), owner=city.awardOwners,
            title=city.isTitle == 1, kind=city.awards, rank=city.ranks, level=city.awardLevels,
            achievement=city.achievements, granted=city.granted))
        self.apprenticeship = lazy(frame(
            ["from"], owner=city.apprenticeOwners, employer=city.apprenticeEmployers,
            year=city.apprenticeYears, fee=city.fees, **{"from": city.apprenticeFrom}))
        year, occupation = numpy.nonzero(city.shortage)
        self.shortage = frame(
            year=year.astype("i4") + 2010, occupation=occupation.astype("i2"),
            short=numpy.ones(len(year), bool)).lazy()
        self.kind = frame(
            title=rows(10) >= 5, kind=(rows(10) % 5).astype("i1"),
            first=numpy.array(FIRST_PRIZES + TITLES), less=numpy.array(STEPS + [0] * 5),
            last=numpy.array(LAST_RANKS + [0] * 5, "i1")).lazy()

    def reset(self):
        """Keeps nothing from run to run."""

    def run(self, workload, threads):
        good = (
            self.certificate.filter(col("good") & (col("issued") >= START_2017))
            .join(self.elsewhere, on="owner", how="anti")
            .with_columns(year=col("issued").dt.year())
            .join(self.shortage, on=["year", "occupation"], how="left")
            .with_columns(col("short").fill_null(False))
        )
        parts = [
            self.upgrades(good), self.allowances(good), self.apprentices(),
            self.prizes() if workload == "plain" else self.stacked(),
        ]
        found = polars.concat(parts).group_by("owner").agg(col("amount").sum()).collect()
        total = numpy.zeros(self.workers, "i8")
        total[found["owner"].to_numpy()] = found["amount"].to_numpy()
        return total

    def upgrades(self, good):
        base = polars.when(col("level") == 5).then(100_000).when(col("level") == 4).then(
            150_000).otherwise(200_000)
        employed = (
            self.job.filter((col("from") <= ON) & (col("to") >= ON))
            .join(self.enterprise, on="employer", how="semi").select("owner")
        )
        candidates = good.filter(col("level") >= 3).join(employed, on="owner", how="semi")
        # At most two spells a worker: what both cover counts once.
        insured = (
            self.spell.join(candidates, on="owner", how="semi")
            .with_columns(to=polars.min_horizontal(col("to"), MONTH))
            .group_by("owner").agg(
                months=(col("to") - col("from") + 1).sum(), spells=polars.len(),
                twice=col("to").min() - col("from").max() + 1)
            .filter(col("months") - polars.when(col("spells") == 2).then(
                col("twice").clip(0)).otherwise(0) >= 36)
        )
        amount = polars.when("short").then(base * 3 // 2).otherwise(base).cast(polars.Int64)
        # The earliest of an occupation and level, of one day the higher.
        order = col("issued").to_physical().cast(polars.Int64) * 1_000_000 - col("amount")
        return (
            candidates.join(insured, on="owner", how="semi")
            .with_columns(amount=amount).with_columns(order=order)
            .group_by("owner", "occupation", "level")
            .agg(col("amount").get(col("order").arg_min()))
            .select("owner", "amount")
        )

    def allowances(self, good):
        rate = polars.when(col("level") == 1).then(100_000).otherwise(50_000).cast(polars.Int64)
        # A month counts on whose last day, or on the day of the determination, the job goes on.
        past = polars.when(col("to_right") >= ON).then(MONTH + 1).otherwise(
            month_of(col("to_right").dt.offset_by("1d")))
        return (
            good.filter((col("level") <= 2) & col("short") & (col("issued") >= START_2018))
            .select("owner", rate=rate, first=month_of(col("issued")) + 1)
            .join(self.spell, on="owner")
            .join(
                self.job.join(self.local_enterprise, on="employer", how="semi"), on="owner",
                suffix="_right")
            .select(
                "owner", "rate",
                first=polars.max_horizontal("first", "from", month_of(col("from_right"))),
                past=polars.min_horizontal(
                    col("first") + 36, col("to") + 1, past, MONTH + 1))
            .filter(col("first") < col("past"))
            .with_columns(month=polars.int_ranges("first", "past"))
            .explode("month")
            .group_by("owner", "month").agg(amount=col("rate").max())
            .select("owner", "amount")
        )

    def entitled(self):
        gross = (col("first") - col("less") * (col("rank").cast(polars.Int64) - 1)) * 100
        return (
            self.award.filter(col("granted") >= START_2018)
            .join(self.elsewhere, on="owner", how="anti")
            .join(self.kind, on=["title", "kind"])
            .filter(col("rank") <= col("last"))
            .with_columns(amount=gross)
        )

    def prizes(self):
        return self.entitled().filter(~col("title")).group_by("owner").agg(col("amount").max())

    def stacked(self):
        """Awards in their order, each beside the earlier ones of the same person: those of its series
        at any time and those of the other within two years take their gross from it, and others may
        bar it."""
        ordered = self.entitled().sort(
            "owner", "granted", "amount", "id", descending=[False, False, True, False]
        ).with_row_index("place").select(
            "owner", "place", "title", "level", "achievement", "granted", "amount")
        pair = (
            ordered.join(ordered, on="owner", suffix="_before")
            .filter(col("place_before") < col("place"))
            .with_columns(counts=(col("title_before") == col("title"))
                | (col("granted") < col("granted_before").dt.offset_by("2y")))
        )
        is_higher = (col("level_before") > col("level")) | (
            (col("level_before") == col("level")) & (col("achievement") > 0)
            & (col("achievement_before") == col("achievement")))
        cut = pair.group_by("place").agg(
            top=col("amount_before").filter("counts").max(),
            barred=(~col("counts") & is_higher).any())
        return (
            ordered.join(cut, on="place", how="left")
            .select("owner", amount=polars.when(col("barred").fill_null(False)).then(0).otherwise(
                (col("amount") - col("top").fill_null(0)).clip(0)))
        )

    def apprentices(self):
        return (
            self.apprenticeship.filter((col("year") <= 2) & (col("from") >= START_2018))
            .join(self.local_enterprise, on="employer", how="semi")
            .select("owner", amount=polars.min_horizontal(
                col("fee").cast(polars.Int64) * 60, 600_000))
        )
