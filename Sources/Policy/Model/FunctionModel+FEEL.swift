import Core

extension FunctionModel {
  /// Whether the function looks at input data. Such a one is a decision whose value is a function, since
  /// a business knowledge model sees none.
  var isDecision: Bool { !needs.isEmpty }

  /// The input data that it looks at.
  var needs: Set<ModelNode> {
    if let catalogue { return [.catalogue(catalogue)] }
    return self == .monthEnd ? [.day] : []
  }

  /// The catalogue that the function looks into.
  var catalogue: String? {
    switch self {
    case .inShortage: "shortage-occupations"
    case .inAllowanceList: "allowance-occupations"
    case .appraisalStandard: "appraisal-standards"
    case .covers, .coversMonth, .coveredMonths, .nextMonth, .monthEnd, .isLocal: nil
    }
  }

  /// Names and types of the parameters.
  var parameters: [(name: String, type: String?)] {
    switch self {
    case .covers, .coversMonth, .coveredMonths: [("时段", nil), ("日", "date")]
    case .nextMonth, .monthEnd: [("日", "date")]
    case .isLocal: [("地区", "string")]
    case .inShortage, .inAllowanceList: [("所查职业", "string"), ("所查年度", "number")]
    case .appraisalStandard: [("所查职业", "string"), ("所查等级", "number")]
    }
  }

  /// The type of the result.
  var result: String {
    switch self {
    case .covers, .coversMonth, .isLocal, .inShortage, .inAllowanceList: "boolean"
    case .coveredMonths, .appraisalStandard: "number"
    case .nextMonth, .monthEnd: "date"
    }
  }

  /// The FEEL that computes the result in a document of a region; `list` is the name of the
  /// catalogue.
  func body(region: String, list: String) -> String {
    switch self {
    case .covers: return "时段.起 <= 日 and (时段.止 = null or 日 <= 时段.止)"
    case .coversMonth:
      return "date(时段.起.year, 时段.起.month, 1) <= 日 and (时段.止 = null or "
        + "date(日.year, 日.month, 1) <= 时段.止)"
    case .coveredMonths:
      return "count(distinct values(flatten(for 段 in 时段[起 <= 日 and (止 = null or 起 <= 止)] "
        + "return for 月序 in (段.起.year * 12 + 段.起.month)..(if 段.止 = null or 段.止 > 日 then "
        + "日.year * 12 + 日.month else 段.止.year * 12 + 段.止.month) return 月序)))"
    case .nextMonth: return "date(日.year, 日.month, 1) + duration(\"P1M\")"
    case .monthEnd:
      return "min(date(日.year, 日.month, 1) + duration(\"P1M\") - duration(\"P1D\"), 认定日)"
    case .isLocal: return "starts with(地区, \"\(region.regionPrefix)\")"
    case .inShortage, .inAllowanceList:
      // A year without a row was not published: what it says is not known.
      let edition = "\(list)[地区 = \"\(region)\" and 年度 = 所查年度]"
      return "if count(\(edition)) = 0 then null else count(\(edition)[职业 = 所查职业]) > 0"
    case .appraisalStandard: return "\(list)[职业 = 所查职业 and 等级 = 所查等级][1].金额"
    }
  }
}
