package import Core
package import FEEL

/// The functions rules have beside FEEL's own. The list is closed: one more is a language change.
package enum PolicyFunction: String, Sendable, CaseIterable {
  /// Whether a spell covers a day, or touches a month.
  case covers
  /// Distinct calendar months covered by any of the spells, through the month of a day.
  case coveredMonths
  /// First day of the month after a date's.
  case nextMonth
  /// Last day of a month, but never after the day of determination.
  case monthEnd
  /// Whether an occupation stands in the document region's shortage list of a year.
  case inShortage
  /// Whether an occupation stands in the document region's list for the post allowance of a year.
  case inAllowanceList
  /// Whether a region lies in the document's region.
  case isLocal
  /// The amount of the catalogue `appraisal-standards` for an occupation and level.
  case appraisalStandard
  /// The records of one year of a party, each read by its name.
  case ofYear
  /// Of two lists side by side: the highest value of each key, added up; nothing gives 0.
  case sumOfHighest

  /// The catalogue that it looks things up in.
  package var catalogue: String? {
    switch self {
    case .inShortage: "shortage-occupations"
    case .inAllowanceList: "allowance-occupations"
    case .appraisalStandard: "appraisal-standards"
    case .covers, .coveredMonths, .nextMonth, .monthEnd, .isLocal, .ofYear, .sumOfHighest: nil
    }
  }

  package var chinese: String {
    switch self {
    case .covers: "覆盖"
    case .coveredMonths: "覆盖月数"
    case .nextMonth: "次月"
    case .monthEnd: "月末"
    case .inShortage: "紧缺"
    case .inAllowanceList: "津贴职业"
    case .isLocal: "本地"
    case .appraisalStandard: "鉴定标准"
    case .ofYear: "年度"
    case .sumOfHighest: "就高合计"
    }
  }

  package init?(name: String) {
    guard
      let match = PolicyFunction.allCases.first(where: {
        $0.rawValue == name || $0.chinese == name
      })
    else { return nil }
    self = match
  }

  /// Parameter types and result, as the type checker sees them. Spells and regions are checked
  /// more closely when the call is lowered.
  package var signature: (parameters: [FEELType], result: FEELType) {
    switch self {
    case .covers: ([.any, .date], .boolean)
    case .coveredMonths: ([.any, .date], .number)
    case .nextMonth, .monthEnd: ([.date], .date)
    case .inShortage, .inAllowanceList: ([.string, .number], .boolean)
    case .isLocal: ([.string], .boolean)
    case .appraisalStandard: ([.string, .number], .number)
    case .ofYear: ([.list(.any), .number], .any)
    case .sumOfHighest: ([.list(.any), .list(.number)], .number)
    }
  }

  /// What the function says of its arguments, for the sentence beside a rule.
  package var summary: Bilingual {
    switch self {
    case .covers: Bilingual(zh: "时段覆盖该日（月）", en: "the spell covers the day (month)")
    case .coveredMonths:
      Bilingual(zh: "截至该日累计覆盖的月数", en: "months covered in all through the day")
    case .nextMonth: Bilingual(zh: "次月", en: "the month after")
    case .monthEnd:
      Bilingual(zh: "月末（不晚于认定日）", en: "month end (not after the day of determination)")
    case .inShortage: Bilingual(zh: "列入该年紧缺目录", en: "is in that year's shortage list")
    case .inAllowanceList:
      Bilingual(zh: "列入该年岗位津贴职业目录", en: "is in that year's list for the post allowance")
    case .isLocal: Bilingual(zh: "在本文件适用区域内", en: "lies in the document's region")
    case .appraisalStandard: Bilingual(zh: "鉴定补贴标准", en: "appraisal subsidy standard")
    case .ofYear: Bilingual(zh: "该年度的各项记录", en: "the records of that year by their names")
    case .sumOfHighest:
      Bilingual(zh: "同一项取最高，再合计", en: "the highest value of each key, added up")
    }
  }
}
