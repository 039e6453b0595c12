/// What stands higher: a rank, a grade, a title, an education, a level of recognition.
extension MonotoneTests {
  static let ranks = [
    Family(
      testDescription: "the rank of a prize", benefit: "wenzhou-2018-242/contest-prize",
      range: 0...8, day: "2020-12-31"
    ) {
      let classes = ["worldskills", "national-1", "national-2", "provincial-1", "provincial-2"]
      let levels = ["world", "nation", "nation", "province", "province"]
      return [
        "person p\($2) region=330302",
        "award s\($2) @p\($2) series=contest contest=\(classes[$1 % 5]) level=\(levels[$1 % 5]) "
          + "rank=\(9 - $0) grantedOn=2019-06-01",
      ]
    },
    Family(
      testDescription: "the class of a talent brought in",
      benefit: "wenzhou-2018-242/introduction-reward", range: 0...2, day: "2020-12-31"
    ) {
      [
        "person p\($2) region=330302",
        "relocation s\($2) @p\($2) employer=e-330302 fromRegion=310000 confirmed=true "
          + "fullTime=true arrivedOn=2019-0\(1 + $1 % 9)-01 talentClass=\(["D", "C", "B"][$0])",
      ]
    },
    Family(
      testDescription: "the level of a studio", benefit: "wenzhou-2018-242/master-studio",
      range: 0...2, day: "2020-12-31"
    ) {
      [
        "studio s\($2) @e-330302 level=\(["city", "province", "nation"][$0]) "
          + "foundedOn=2019-0\(1 + $1 % 9)-01"
      ]
    },
    Family(
      testDescription: "the level of a base", benefit: "wenzhou-2018-242/training-base",
      range: 0...1, day: "2020-12-31"
    ) {
      [
        "base s\($2) @e-330302 level=\(["city", "province"][$0]) "
          + "foundedOn=2019-0\(1 + $1 % 9)-01"
      ]
    },
    Family(
      testDescription: "hours before the job", benefit: "wenzhou-2018-242/pre-job-training",
      range: 0...80, day: "2020-12-31"
    ) {
      [
        "person p\($2) region=330302",
        "hire s\($2) @e-330302 person=p\($2) on=2019-0\(1 + $1 % 9)-01 preJobHours=\($0)",
      ]
    },
    Family(
      testDescription: "the review score", benefit: "wuxing-2024-32/selected-enterprise",
      range: 0...100, day: "2025-12-31"
    ) {
      [
        "organisation s\($2) kind=enterprise region=330502",
        "indicator - @s\($2) year=2025 name=arbitrationCases value=\($1 % 11)",
        "indicator - @s\($2) year=2025 name=arrearsPetitions value=none",
        "selection - @s\($2) year=2025 reviewScore=\($0)",
      ]
    },
    Family(
      testDescription: "the level of who buys a house", benefit: "wuxing-2024-32/house-purchase",
      range: 0...2, day: "2025-12-31"
    ) {
      [
        "person p\($2) region=330502",
        "certificate - @p\($2) level=\(3 - $0) kind=skill-level issuedOn=2020-01-01",
        "relocation - @p\($2) employer=e-330502 fromRegion=310000 arrivedOn=2024-11-01",
        "settlement s\($2) @p\($2) kind=house-purchase on=2025-0\(1 + $1 % 9)-01",
      ]
    },
    Family(
      testDescription: "the stars of a technician", benefit: "taizhou/star-rating", range: 1...10,
      day: "2022-06-30"
    ) {
      [
        "person p\($2) region=331002",
        "rating s\($2) @p\($2) scheme=台州技工 stars=\($0) grantedOn=2021-0\(1 + $1 % 9)-01",
      ]
    },
    Family(
      testDescription: "the grade of a ladder", benefit: "yuhuan/skill-ladder", range: 1...8,
      day: "2022-06-30"
    ) {
      [
        "person p\($2) region=331083",
        "employment s\($2) @p\($2) employer=e-331083 from=2021-0\(1 + $1 % 9)-10 ladderGrade=\($0)",
      ]
    },
    Family(
      testDescription: "the grade of a title", benefit: "yuhuan/title-allowance", range: 0...2,
      day: "2022-06-30"
    ) {
      [
        "person p\($2) region=331083",
        "employment - @p\($2) employer=e-331083 from=2020-05-10 titleAllowance=true",
        "title s\($2) @p\($2) grade=\(["junior", "intermediate", "senior"][$0]) "
          + "grantedOn=2021-0\(1 + $1 % 9)-10",
      ]
    },
    Family(
      testDescription: "the education of who settles in", benefit: "jiaojiang/settling-in",
      range: 0...4, day: "2022-06-30"
    ) {
      let education = ["secondary", "junior-college", "bachelor", "master", "doctor"]
      return [
        "person p\($2) region=331002 education=\(education[$0]) fullTimeEducation=true",
        "certificate - @p\($2) level=\(1 + $1 % 5) issuedOn=2020-05-01",
        "settlement s\($2) @p\($2) kind=settle-in on=2021-0\(1 + $1 % 9)-01",
      ]
    },
    Family(
      testDescription: "the education of who buys a house", benefit: "jiaojiang/house-purchase",
      range: 0...2, day: "2022-06-30"
    ) {
      [
        "person p\($2) region=331002 education=\(["bachelor", "master", "doctor"][$0]) "
          + "fullTimeEducation=true",
        "settlement s\($2) @p\($2) kind=house-purchase jointCheck=true on=2021-0\(1 + $1 % 9)-01",
      ]
    },
  ]
}
