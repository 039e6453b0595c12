"""The four benefits as one query in DuckDB."""

import duckdb

from city import MONTH, START_2017, START_2018, TODAY

QUERY = f"""
WITH jobs AS (
  SELECT owner, "from", "to", enterprise AND local AS pays, enterprise
  FROM job JOIN organisation ON job.employer = organisation.id
), employed AS (
  SELECT DISTINCT owner FROM jobs
  WHERE enterprise AND "from" <= {TODAY} AND "to" >= {TODAY}
), spells AS (
  SELECT owner, "from", least("to", {MONTH}) AS "to",
    max(least("to", {MONTH})) OVER (
      PARTITION BY owner ORDER BY "from" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS reached
  FROM spell
), insured AS (
  SELECT owner FROM spells GROUP BY owner
  HAVING sum(greatest(0, "to" - greatest("from", coalesce(reached + 1, "from")) + 1)) >= 36
), good AS (
  SELECT c.owner, c.occupation, c.level, c.issued, c.id, s.short IS NOT NULL AS short
  FROM certificate AS c JOIN worker ON worker.id = c.owner AND worker.local
  LEFT JOIN shortage AS s ON s.year = year(DATE '1970-01-01' + c.issued)
    AND s.occupation = c.occupation
  WHERE c.good
), upgrade AS (
  SELECT owner, level, issued, id, occupation,
    CASE level WHEN 5 THEN 100000 WHEN 4 THEN 150000 ELSE 200000 END
      * CASE WHEN short THEN 3 ELSE 2 END // 2 AS amount
  FROM good SEMI JOIN employed USING (owner) SEMI JOIN insured USING (owner)
  WHERE level >= 3 AND issued >= {START_2017}
  QUALIFY row_number() OVER (
    PARTITION BY owner, occupation, level ORDER BY issued, amount DESC, id) = 1
), window_of AS (
  SELECT owner, CASE level WHEN 1 THEN 100000 ELSE 50000 END AS rate,
    unnest(range(first, least(first + 36, {MONTH + 1}))) AS month
  FROM (
    SELECT owner, level, (year(d) * 12 + month(d))::INTEGER AS first
    FROM (
      SELECT owner, level, DATE '1970-01-01' + issued AS d FROM good
      WHERE level <= 2 AND short AND issued >= {START_2018}
    )
  )
), ended AS (
  SELECT owner, rate, month,
    least(make_date(month // 12, month % 12 + 1, 1) + INTERVAL 1 MONTH - INTERVAL 1 DAY,
      DATE '1970-01-01' + {TODAY})::DATE - DATE '1970-01-01' AS last
  FROM window_of
), paid AS (
  SELECT owner, month, max(rate) AS rate FROM ended
  WHERE EXISTS (SELECT 1 FROM spell WHERE spell.owner = ended.owner
      AND spell."from" <= ended.month AND spell."to" >= ended.month)
    AND EXISTS (SELECT 1 FROM jobs WHERE jobs.owner = ended.owner AND pays
      AND jobs."from" <= ended.last AND jobs."to" >= ended.last)
  GROUP BY owner, month
), prize AS (
  SELECT a.owner, max((f.first - 5000 * (a.rank - 1)) * 100) AS amount
  FROM award AS a JOIN contest AS f ON f.id = a.contest
  JOIN worker ON worker.id = a.owner AND worker.local
  WHERE a.rank <= f.most AND a.granted >= {START_2018} GROUP BY a.owner
), apprentice AS (
  SELECT owner, least(fee::BIGINT * 60, 600000) AS amount
  FROM apprenticeship AS a JOIN organisation AS o ON o.id = a.employer
  WHERE o.enterprise AND o.local AND a.year <= 2 AND a."from" >= {START_2018}
)
SELECT owner, sum(amount)::BIGINT AS amount FROM (
  SELECT owner, amount FROM upgrade UNION ALL SELECT owner, rate FROM paid
  UNION ALL SELECT owner, amount FROM prize UNION ALL SELECT owner, amount FROM apprentice
) GROUP BY owner
"""


class DuckDB:
    name = f"DuckDB {duckdb.__version__}"

    def __init__(self, city, threads):
        self.workers = city.workers
        self.base = base = duckdb.connect(config={"threads": threads})
        import numpy

        def table(name, **columns):
            for place, (column, values) in enumerate(columns.items()):
                columns[column] = values
            base.register("incoming", columns)
            base.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
            base.unregister("incoming")

        rows = numpy.arange
        table("worker", id=rows(city.workers, dtype="i4"), local=city.isLocal == 1)
        table(
            "organisation", id=rows(len(city.isEnterprise), dtype="i4"),
            enterprise=city.isEnterprise == 1, local=city.isLocalEmployer == 1)
        table(
            "job", owner=city.jobOwners, employer=city.jobEmployers, **{
                "from": city.jobFrom, "to": city.jobTo})
        table("spell", owner=city.spellOwners, **{"from": city.spellFrom, "to": city.spellTo})
        table(
            "certificate", id=rows(len(city.levels), dtype="i4"), owner=city.certificateOwners,
            occupation=city.occupations, level=city.levels, good=city.isGoodKind == 1,
            issued=city.issued)
        table(
            "award", owner=city.awardOwners, contest=city.contests,
            rank=city.ranks.astype("i4"), granted=city.granted)
        table(
            "apprenticeship", owner=city.apprenticeOwners, employer=city.apprenticeEmployers,
            year=city.apprenticeYears, fee=city.fees, **{"from": city.apprenticeFrom})
        year, occupation = numpy.nonzero(city.shortage)
        table(
            "shortage", year=year.astype("i4") + 2010, occupation=occupation.astype("i2"),
            short=numpy.ones(len(year), bool))
        table(
            "contest", id=rows(5, dtype="i1"), first=numpy.array([50, 40, 30, 20, 0], "i4") * 1000,
            most=numpy.array([8, 5, 5, 3, 0], "i4"))

    def run(self):
        import numpy

        found = self.base.execute(QUERY).fetchnumpy()
        total = numpy.zeros(self.workers, "i8")
        total[found["owner"]] = found["amount"]
        return total
