public import Core

extension FEELType {
  /// What people call the type: `数字` and `number`, `列表<日期>` and `list<date>`.
  public var name: Bilingual {
    switch self {
    case .any: Bilingual(zh: "任意值", en: "Any")
    case .null: Bilingual(zh: "空值", en: "null")
    case .boolean: Bilingual(zh: "真假值", en: "boolean")
    case .number: Bilingual(zh: "数字", en: "number")
    case .string: Bilingual(zh: "文本", en: "string")
    case .date: Bilingual(zh: "日期", en: "date")
    case .time: Bilingual(zh: "时刻", en: "time")
    case .dateTime: Bilingual(zh: "日期时刻", en: "date and time")
    case .yearMonthDuration: Bilingual(zh: "年月时长", en: "years and months duration")
    case .dayTimeDuration: Bilingual(zh: "天时时长", en: "days and time duration")
    case .list(let element): FEELType.wrapped("列表", "list", element)
    case .range(let element): FEELType.wrapped("区间", "range", element)
    case .context: Bilingual(zh: "上下文", en: "context")
    case .function: Bilingual(zh: "函数", en: "function")
    case .record(let id): Bilingual(zh: "记录 \(id)", en: "record \(id)")
    case .enumeration(let id): Bilingual(zh: "选项 \(id)", en: "option of \(id)")
    }
  }

  private static func wrapped(_ zh: String, _ en: String, _ element: FEELType) -> Bilingual {
    Bilingual(zh: "\(zh)<\(element.name.zh)>", en: "\(en)<\(element.name.en)>")
  }
}
