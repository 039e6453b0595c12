import Core
import FEEL
package import LocalValues

extension Plan {
  /// The local values of its figures as somebody would write them: setting them on the plan without
  /// any gives this plan again.
  package var localValues: [LocalValue] {
    let parameters = parameters.flatMap { figure in figure.locals.map { ($0, figure.name) } }
    let assumptions = assumptions.flatMap { figure in figure.locals.map { ($0, figure.name) } }
    return (parameters + assumptions).map { local, name in
      LocalValue(
        document: id, name: name, region: local.region, from: local.from, to: local.to,
        text: local.value.asWritten, reason: local.reason, by: local.by, cites: local.cites,
        // A number is of use only for telling what is wrong with a value, and this one fits.
        origin: local.since.map { .registry(number: 0, since: $0) }
          ?? .file(SourceRange(0, 0), [:]))
    }
  }
}

extension Value {
  /// The text that a figure of this value's type is read from.
  fileprivate var asWritten: String {
    switch self {
    case .string(let text): text
    case .date(let day): day.description
    default: literalText
    }
  }
}
