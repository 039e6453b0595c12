"""The benefits as one query in DuckDB."""

import duckdb
import numpy

from city import FIRST_PRIZES, LAST_RANKS, MONTH, STEPS, TITLES

TODAY = "DATE '2021-06-30'"
LATEST = f"{MONTH}"

SKILLS = f"""
good AS (
  SELECT c.owner, c.occupation, c.level, c.issued, s.occupation IS NOT NULL AS short
  FROM certificate AS c ANTI JOIN elsewhere USING (owner)
  LEFT JOIN shortage AS s ON s.year = year(c.issued) AND s.occupation = c.occupation
  WHERE c.good AND c.issued >= DATE '2017-01-01'
), employed AS (
  SELECT owner, occupation, level, issued, short FROM good
  WHERE level >= 3 AND owner IN (SELECT job.owner FROM job SEMI JOIN enterprise USING (employer)
    WHERE "from" <= {TODAY} AND "to" >= {TODAY})
), insured AS (
  SELECT owner, sum("to" - "from" + 1) AS months,
    CASE count(*) WHEN 2 THEN greatest(0, min("to") - max("from") + 1) ELSE 0 END AS twice
  FROM (SELECT owner, "from", least("to", {LATEST}) AS "to" FROM spell
    WHERE "from" <= {LATEST} AND owner IN (SELECT owner FROM employed))
  GROUP BY owner HAVING months - twice >= 36
), upgrade AS (
  SELECT owner, arg_min(amount, (issued - DATE '2017-01-01') * 1000000 - amount) AS amount
  FROM (SELECT owner, occupation, level, issued,
      CASE level WHEN 5 THEN 100000 WHEN 4 THEN 150000 ELSE 200000 END
        * CASE WHEN short THEN 3 ELSE 2 END // 2 AS amount
    FROM employed SEMI JOIN insured USING (owner))
  GROUP BY owner, occupation, level
), short_technician AS (
  SELECT owner, CASE level WHEN 1 THEN 100000 ELSE 50000 END AS rate,
    year(issued) * 12 + month(issued) AS first
  FROM good WHERE level <= 2 AND short AND issued >= DATE '2018-01-01'
), span AS (
  -- A month counts on whose last day, or on the day of the determination, the job goes on.
  SELECT c.owner, c.rate, greatest(c.first, s."from", year(j."from") * 12 + month(j."from") - 1) AS first,
    least(c.first + 36, s."to" + 1, CASE WHEN j."to" >= {TODAY} THEN {LATEST} + 1
      ELSE year(j."to" + 1) * 12 + month(j."to" + 1) - 1 END) AS next
  FROM short_technician AS c JOIN spell AS s USING (owner) JOIN job AS j USING (owner)
  SEMI JOIN local_enterprise AS e ON e.employer = j.employer
), paid AS (
  SELECT owner, max(rate) AS rate
  FROM (SELECT owner, rate, unnest(range(first, next)) AS month FROM span WHERE first < next)
  GROUP BY owner, month
)"""
APPRENTICES = """
apprentice AS (
  SELECT owner, least(fee * 60, 600000) AS amount
  FROM apprenticeship SEMI JOIN local_enterprise USING (employer)
  WHERE year <= 2 AND "from" >= DATE '2018-01-01'
)"""
PRIZES = """
award AS (
  SELECT owner, max((kind.first - kind.less * (rank - 1)) * 100) AS amount
  FROM awards JOIN kind USING (title, kind) ANTI JOIN elsewhere USING (owner)
  WHERE NOT title AND rank <= kind.last AND granted >= DATE '2018-01-01' GROUP BY owner
)"""
# Awards that go before another of the same person: those of the series at any time and those of the
# other within two years take their gross from it, and others may bar it.
STACKING = """
entitled AS (
  SELECT owner, id, title, level, achievement, granted,
    (kind.first - kind.less * (rank - 1)) * 100 AS gross
  FROM awards JOIN kind USING (title, kind) ANTI JOIN elsewhere USING (owner)
  WHERE rank <= kind.last AND granted >= DATE '2018-01-01'
), award AS (
  SELECT any_value(a.owner) AS owner,
    CASE WHEN coalesce(bool_or(NOT counts AND (e.level > a.level
        OR e.level = a.level AND e.achievement = a.achievement)), false) THEN 0
      ELSE greatest(0, any_value(a.gross) - coalesce(max(e.gross) FILTER (counts), 0))
    END AS amount
  FROM entitled AS a LEFT JOIN (
    SELECT *, granted + INTERVAL 2 YEAR AS until FROM entitled
  ) AS e ON e.owner = a.owner AND (e.granted < a.granted OR e.granted = a.granted
      AND (e.gross > a.gross OR e.gross = a.gross AND e.id < a.id)),
    LATERAL (SELECT e.title = a.title OR a.granted < e.until AS counts)
  GROUP BY a.id
)"""
TOTAL = """
SELECT owner, sum(amount)::BIGINT AS amount FROM (
  SELECT owner, amount FROM upgrade UNION ALL SELECT owner, rate FROM paid
  UNION ALL SELECT owner, amount FROM award UNION ALL SELECT owner, amount FROM apprentice
) GROUP BY owner
"""
QUERIES = {
    "plain": f"WITH {SKILLS}, {APPRENTICES}, {PRIZES} {TOTAL}",
    "stacked": f"WITH {SKILLS}, {APPRENTICES}, {STACKING} {TOTAL}",
}


class DuckDB:
    name = f"DuckDB {duckdb.__version__}"
    threads = [1, 2]
    workloads = ["plain", "stacked"]

    def __init__(self, city):
        self.workers = city.workers
        self.base = base = duckdb.connect()

        def table(name, select="*", **columns):
            base.register("incoming", columns)
            base.execute(f"CREATE TABLE {name} AS SELECT {select} FROM incoming")
            base.unregister("incoming")

        def date(column):
            return f"""* REPLACE (DATE '1970-01-01' + "{column}" AS "{column}")"""

        rows = numpy.arange
        table("elsewhere", owner=numpy.flatnonzero(city.isLocal == 0).astype("i4"))
        enterprises = city.isEnterprise == 1
        table("enterprise", employer=numpy.flatnonzero(enterprises).astype("i4"))
        table("local_enterprise", employer=numpy.flatnonzero(
            enterprises & (city.isLocalEmployer == 1)).astype("i4"))
        # The last day of what goes on lies in 2999.
        last = numpy.minimum(city.jobTo, 375_000)
        table(
            "job", """* REPLACE (DATE '1970-01-01' + "from" AS "from",
              DATE '1970-01-01' + "to" AS "to")""",
            owner=city.jobOwners, employer=city.jobEmployers, **{"from": city.jobFrom, "to": last})
        table("spell", owner=city.spellOwners, **{"from": city.spellFrom, "to": city.spellTo})
        table(
            "certificate", date("issued"), id=rows(len(city.levels), dtype="i4"),
            owner=city.certificateOwners, occupation=city.occupations, level=city.levels,
            good=city.isGoodKind == 1, issued=city.issued)
        table(
            "awards", f"{date('granted')[:-1]}, nullif(achievement, 0) AS achievement)",
            id=rows(len(city.awards), dtype="i4"), owner=city.awardOwners,
            title=city.isTitle == 1, kind=city.awards, rank=city.ranks.astype("i4"),
            level=city.awardLevels, achievement=city.achievements, granted=city.granted)
        table(
            "apprenticeship", date("from"), owner=city.apprenticeOwners,
            employer=city.apprenticeEmployers, year=city.apprenticeYears, fee=city.fees,
            **{"from": city.apprenticeFrom})
        year, occupation = numpy.nonzero(city.shortage)
        table("shortage", year=year.astype("i8") + 2010, occupation=occupation.astype("i2"))
        table(
            "kind", title=rows(10) >= 5, kind=(rows(10) % 5).astype("i1"),
            first=numpy.array(FIRST_PRIZES + TITLES, "i4"),
            less=numpy.array(STEPS + [0] * 5, "i4"), last=numpy.array(LAST_RANKS + [0] * 5, "i4"))
        base.execute("ANALYZE")

    def reset(self):
        """Keeps nothing from run to run."""

    def run(self, workload, threads):
        self.base.execute(f"SET threads = {threads}")
        found = self.base.execute(QUERIES[workload]).fetchnumpy()
        total = numpy.zeros(self.workers, "i8")
        total[found["owner"]] = found["amount"]
        return total
