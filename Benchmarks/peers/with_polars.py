"""The four benefits in Polars, as one lazy query."""

import numpy
import polars
from polars import col

from city import MONTH, START_2017, START_2018, TODAY


class Polars:
    name = f"Polars {polars.__version__}"

    def __init__(self, city):
        self.workers = city.workers
        frame = polars.DataFrame
        rows = numpy.arange
        self.worker = frame({
            "owner": rows(city.workers, dtype="i4"), "local": city.isLocal == 1}).lazy()
        self.organisation = frame({
            "employer": rows(len(city.isEnterprise), dtype="i4"),
            "enterprise": city.isEnterprise == 1, "local": city.isLocalEmployer == 1}).lazy()
        self.job = frame({
            "owner": city.jobOwners, "employer": city.jobEmployers, "from": city.jobFrom,
            "to": city.jobTo}).lazy()
        self.spell = frame({
            "owner": city.spellOwners, "from": city.spellFrom, "to": city.spellTo}).lazy()
        self.certificate = frame({
            "id": rows(len(city.levels), dtype="i4"), "owner": city.certificateOwners,
            "occupation": city.occupations, "level": city.levels, "good": city.isGoodKind == 1,
            "issued": city.issued}).lazy()
        self.award = frame({
            "owner": city.awardOwners, "contest": city.contests, "rank": city.ranks,
            "granted": city.granted}).lazy()
        self.apprenticeship = frame({
            "owner": city.apprenticeOwners, "employer": city.apprenticeEmployers,
            "year": city.apprenticeYears, "fee": city.fees, "from": city.apprenticeFrom}).lazy()
        year, occupation = numpy.nonzero(city.shortage)
        self.shortage = frame({
            "year": year.astype("i4") + 2010, "occupation": occupation.astype("i2"),
            "short": numpy.ones(len(year), bool)}).lazy()

    def run(self):
        jobs = self.job.join(self.organisation, on="employer")
        employed = jobs.filter(
            col("enterprise") & (col("from") <= TODAY) & (col("to") >= TODAY)
        ).select("owner").unique()
        good = (
            self.certificate.filter("good")
            .join(self.worker.filter("local"), on="owner", how="semi")
            .with_columns(date=col("issued").cast(polars.Date))
            .with_columns(year=col("date").dt.year())
            .join(self.shortage, on=["year", "occupation"], how="left")
            .with_columns(col("short").fill_null(False))
        )
        parts = [
            self.upgrades(good, employed), self.allowances(good, jobs), self.prizes(),
            self.apprentices(),
        ]
        found = polars.concat(parts).group_by("owner").agg(col("amount").sum()).collect()
        total = numpy.zeros(self.workers, "i8")
        total[found["owner"].to_numpy()] = found["amount"].to_numpy()
        return total

    def insured(self):
        """At most two spells a worker: the second begins after the first has ended."""
        to = polars.min_horizontal(col("to"), MONTH)
        return (
            self.spell.sort("owner", "from").with_columns(to=to)
            .with_columns(reached=polars.when(col("owner") == col("owner").shift())
                .then(col("to").shift() + 1).otherwise(col("from")))
            .with_columns(months=polars.max_horizontal(
                0, col("to") - polars.max_horizontal("from", "reached") + 1))
            .group_by("owner").agg(col("months").sum()).filter(col("months") >= 36)
            .select("owner")
        )

    def upgrades(self, good, employed):
        base = polars.when(col("level") == 5).then(100_000).when(col("level") == 4).then(
            150_000).otherwise(200_000)
        return (
            good.filter((col("level") >= 3) & (col("issued") >= START_2017))
            .join(employed, on="owner", how="semi").join(self.insured(), on="owner", how="semi")
            .with_columns(amount=polars.when("short").then(base * 3 // 2).otherwise(base)
                .cast(polars.Int64))
            .sort("issued", "amount", "id", descending=[False, True, False])
            .unique(["owner", "occupation", "level"], keep="first", maintain_order=True)
            .select("owner", "amount")
        )

    def allowances(self, good, jobs):
        month = col("date").dt.year() * 12 + col("date").dt.month().cast(polars.Int32)
        window = (
            good.filter((col("level") <= 2) & col("short") & (col("issued") >= START_2018))
            .select(
                "owner", first=month,
                rate=polars.when(col("level") == 1).then(100_000).otherwise(50_000)
                .cast(polars.Int64))
            .with_columns(month=polars.int_ranges(
                col("first"), polars.min_horizontal(col("first") + 36, MONTH + 1)))
            .explode("month").drop_nulls("month")
            .group_by("owner", "month").agg(col("rate").max())
            .with_columns(end=polars.min_horizontal(
                polars.date(col("month") // 12, col("month") % 12 + 1, 1).dt.month_end()
                .cast(polars.Int32), TODAY))
        )
        insured = (
            window.join(self.spell, on="owner")
            .filter((col("from") <= col("month")) & (col("to") >= col("month")))
            .select("owner", "month").unique()
        )
        paying = jobs.filter(col("enterprise") & col("local")).select("owner", "from", "to")
        paid = (
            window.join(paying, on="owner")
            .filter((col("from") <= col("end")) & (col("to") >= col("end")))
            .select("owner", "month").unique()
        )
        return (
            window.join(insured, on=["owner", "month"], how="semi")
            .join(paid, on=["owner", "month"], how="semi").select("owner", amount="rate")
        )

    def prizes(self):
        contests = polars.LazyFrame({
            "contest": polars.Series(range(5), dtype=polars.Int8),
            "first": polars.Series([50_000, 40_000, 30_000, 20_000, 0], dtype=polars.Int64),
            "most": polars.Series([8, 5, 5, 3, 0], dtype=polars.Int8)})
        return (
            self.award.join(contests, on="contest")
            .filter((col("rank") <= col("most")) & (col("granted") >= START_2018))
            .join(self.worker.filter("local"), on="owner", how="semi")
            .group_by("owner").agg(amount=((col("first") - 5000 * (col("rank").cast(
                polars.Int64) - 1)) * 100).max())
        )

    def apprentices(self):
        return (
            self.apprenticeship.join(
                self.organisation.filter(col("enterprise") & col("local")), on="employer",
                how="semi")
            .filter((col("year") <= 2) & (col("from") >= START_2018))
            .select("owner", amount=polars.min_horizontal(
                col("fee").cast(polars.Int64) * 60, 600_000))
        )
