package import Core

/// Where random facts are about, on which day, and the values that the benefits there ask for.
package struct RandomPlace: Sendable, CustomStringConvertible {
  package let description: String
  package private(set) var on: CivilDate
  /// The region most parties lie in; now and then another.
  package let region: String
  /// Values by `type.field`; four times of five one of these is taken.
  package let likely: [String: [String]]
  /// The benefits that have to be paid now and then, for the facts to be worth anything.
  package let pays: Set<String>

  private init(
    _ name: String, _ region: String, on day: String, _ likely: [String: [String]],
    pays: Set<String>
  ) {
    description = name
    self.region = region
    on = CivilDate(day) ?? CivilDate(dayNumber: 0)
    let own = ["organisation.kind": ["enterprise"], "organisation.region": [region]]
      .merging(["person.region": [region]]) { first, _ in first }
    self.likely = own.merging(likely) { _, second in second }
    self.pays = pays
  }

  /// The same on another day.
  package func on(_ day: CivilDate) -> RandomPlace {
    var place = self
    place.on = day
    return place
  }

  /// The place that a region lies in or contains, else Wenzhou.
  package static func near(_ region: String) -> RandomPlace {
    all.first { $0.region == region } ?? all.first { $0.region.prefix(4) == region.prefix(4) }
      ?? wenzhou
  }

  package var regions: [String] { [region, "330302", "330300", "331002", "310000"] }

  /// Years that records are of.
  package var years: ClosedRange<Int> { (on.year - 3)...on.year }

  package static let all = [wenzhou, wuxing, jiaojiang, huangyan, yuhuan]

  package static let wenzhou = RandomPlace(
    "Wenzhou", "330302", on: "2021-03-15",
    [
      "insurance.scheme": ["unemployment"],
      "insurance.from": ["2015-01", "2017-03", "2018-02"], "insurance.to": ["2020-12", "2021-02"],
      "employment.from": ["2016-05-01", "2018-03-01"], "employment.to": ["2021-03-15"],
      "certificate.kind": ["skill-level", "qualification"],
      "certificate.level": ["1", "2", "3", "4"], "certificate.occupation": ["6-18-01-01"],
      "certificate.issuedOn": [
        "2016-05-01", "2018-05-01", "2019-05-01", "2019-05-01", "2019-11-20", "2020-02-01",
      ],
      "relocation.fromRegion": ["310000"], "relocation.contractMonths": ["36"],
      "relocation.confirmed": ["true"], "relocation.fullTime": ["true"],
      "relocation.arrivedOn": ["2020-04-01", "2020-09-10"], "award.series": ["contest"],
      "award.contest": ["provincial-1", "provincial-2", "national-1"],
      "award.rank": ["1", "2", "3"], "award.level": ["province", "nation"],
      "award.grantedOn": ["2018-06-01", "2020-06-01", "2020-06-02", "2021-01-05"],
      "award.name": ["首席技师", "优秀技能人才"], "training.kind": ["skill", "skill", "home-service"],
      "training.from": ["2018-02-01", "2019-02-01"], "training.hours": ["48"],
      "apprenticeship.from": ["2019-09-01"], "apprenticeship.year": ["1", "2"],
      "evaluation.year": ["2020"], "base.level": ["city"], "base.foundedOn": ["2018-05-01"],
      "studio.level": ["city"], "studio.foundedOn": ["2018-05-01"],
      "claim.benefit": [
        "wenzhou-2018-242/skill-upgrade", "wenzhou-2018-242/contest-prize",
        "wenzhou-2018-242/training-and-appraisal",
      ],
    ],
    pays: paying(
      "wenzhou-2018-242",
      [
        "apprenticeship", "pre-job-training", "home-service-training", "skill-upgrade",
        "start-up-training", "post-allowance", "leading-school-class", "advanced-seminar",
        "leading-talent", "introduced-allowance", "introduction-reward",
        "demonstration-enterprise", "contest-organiser", "contest-team", "contest-prize",
        "training-base", "excellent-base", "master-studio", "excellent-studio", "county-studio",
        "training-and-appraisal",
      ]))

  package static let wuxing = RandomPlace(
    "Wuxing", "330502", on: "2026-03-15",
    [
      "apprenticeship.from": ["2024-10-04", "2025-02-01"], "apprenticeship.year": ["1", "2", "3"],
      "selection.year": ["2024", "2025", "2026"], "selection.result": ["selected", "excellent"],
      "selection.reviewScore": ["59.5", "60", "80"], "relocation.arrivedOn": ["2024-11-01"],
      "certificate.issuedOn": ["2019-05-01"], "certificate.kind": ["skill-level"],
      "certificate.level": ["1", "2", "3"], "settlement.kind": ["house-purchase"],
      "settlement.on": ["2025-06-01"], "standard.status": ["published"],
      "standard.on": ["2025-06-01"], "base.level": ["district"], "base.foundedOn": ["2025-06-01"],
      "base.industryCategory": ["童装", "生物医药"], "employment.from": ["2018-03-01"],
      "claim.benefit": ["wuxing-2024-32/apprenticeship"],
    ],
    pays: paying(
      "wuxing-2024-32",
      [
        "selected-enterprise", "apprenticeship", "living-rent", "house-purchase",
        "occupational-standard", "training-base",
      ]))

  package static let jiaojiang = RandomPlace(
    "Jiaojiang", "331002", on: "2022-06-30",
    [
      "person.education": ["doctor", "master", "bachelor", "junior-college", "secondary"],
      "person.fullTimeEducation": ["true"], "settlement.kind": ["settle-in", "house-purchase"],
      "settlement.on": ["2021-07-01", "2022-02-01"], "certificate.level": ["1", "2", "3", "4"],
      "certificate.issuedOn": ["2020-05-01", "2021-05-01"], "rating.scheme": ["台州技工"],
      "rating.stars": ["1", "3", "5", "6"], "rating.grantedOn": ["2021-09-01"],
      "claim.benefit": ["taizhou/skill-allowance"],
    ],
    pays: [
      "jiaojiang/settling-in", "jiaojiang/house-purchase", "taizhou/star-rating",
      "taizhou/skill-allowance",
    ])

  package static let huangyan = RandomPlace(
    "Huangyan", "331003", on: "2022-06-30",
    [
      "certificate.level": ["1", "2", "2", "3"],
      "certificate.issuedOn": ["2020-12-31", "2021-05-01", "2022-02-01"],
      "employment.from": ["2018-03-01"], "employment.to": ["2022-06-30"],
      "rating.scheme": ["台州技工"], "rating.grantedOn": ["2021-09-01"],
      "claim.benefit": ["taizhou/skill-allowance"],
    ],
    pays: ["huangyan/new-technician", "taizhou/skill-allowance"])

  package static let yuhuan = RandomPlace(
    "Yuhuan", "331083", on: "2022-06-30",
    [
      "employment.from": ["2020-05-10", "2021-03-01"], "employment.to": ["2022-05-31"],
      "employment.ladderGrade": ["1", "2", "7", "8"], "employment.titleAllowance": ["true"],
      "title.grade": ["junior", "intermediate", "senior"],
      "title.grantedOn": ["2020-05-01", "2021-08-15"],
    ],
    pays: ["yuhuan/skill-ladder", "yuhuan/title-allowance"])

  private static func paying(_ document: String, _ benefits: [String]) -> Set<String> {
    Set(benefits.map { document + "/" + $0 })
  }
}
