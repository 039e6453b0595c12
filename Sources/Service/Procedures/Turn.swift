package import Core
package import Office

/// Whose turn a case is, and who may make a transition.
package enum Turn: Sendable, Hashable {
  /// Who receives: the worker, or an agent of the organisation.
  case party
  /// Anybody who has signed in.
  case anybody
  /// An official in this role, whose region covers the case.
  case official(Role)
  /// The service itself, when something has come about.
  case service
  /// The case has ended.
  case nobody

  /// As procedures write it.
  package var word: String {
    switch self {
    case .party: "party"
    case .anybody: "anybody"
    case .official(let role): role.rawValue
    case .service: "service"
    case .nobody: "nobody"
    }
  }

  package init?(word: String) {
    switch word {
    case "party": self = .party
    case "anybody": self = .anybody
    case "service": self = .service
    case "nobody": self = .nobody
    default:
      guard let role = Role(rawValue: word), role.isOfficial else { return nil }
      self = .official(role)
    }
  }

  /// Every word there is.
  package static let words =
    ["party", "anybody", "service", "nobody"]
    + Role.allCases.filter(\.isOfficial).map(\.rawValue)

  package var label: Bilingual {
    switch self {
    case .party: Bilingual(zh: "当事人", en: "the party")
    case .anybody: Bilingual(zh: "任何人", en: "anybody")
    case .official(let role): role.label
    case .service: Bilingual(zh: "系统", en: "the service")
    case .nobody: Bilingual(zh: "无", en: "nobody")
    }
  }
}
