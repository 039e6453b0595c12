package import Core

/// A closed set of words for the first column of a table.
protocol NamedKind: CaseIterable {
  /// What documents call it.
  var name: Bilingual { get }
  /// Stands in for a word that was reported as unknown.
  static var fallback: Self { get }
}

extension TargetRow.Kind: NamedKind {
  static var fallback: TargetRow.Kind { .count }

  package var name: Bilingual {
    switch self {
    case .count: Bilingual(zh: "数量", en: "count")
    case .share: Bilingual(zh: "比例", en: "share")
    case .yearly: Bilingual(zh: "每年", en: "yearly")
    }
  }
}

extension ProvisionRow.Kind: NamedKind {
  static var fallback: ProvisionRow.Kind { .status }

  package var name: Bilingual {
    switch self {
    case .status: Bilingual(zh: "身份", en: "status")
    case .priority: Bilingual(zh: "优先", en: "priority")
    case .permission: Bilingual(zh: "许可", en: "permission")
    case .duty: Bilingual(zh: "职责", en: "duty")
    case .scope: Bilingual(zh: "适用", en: "scope")
    }
  }
}
