import Office
import Procedures

/// A case on its course, and who its party is.
final class Play {
  let course: Course
  /// Who receives, as rooms know them, and what they are called.
  let party: Signer
  let beginning: Beginning
  /// Of the case, once there is one.
  var number: String?

  enum Beginning {
    /// Found for a worker: of several things due the one of this place.
    case found(owner: String, place: Int)
    /// Applied for by the organisation: the first that goes by the procedure.
    case applied(organisation: String, procedure: String)
    /// A claw-back of what was paid too much.
    case difference(key: Int64)
  }

  init(_ course: Course, party: Signer, _ beginning: Beginning) {
    self.course = course
    self.party = party
    self.beginning = beginning
  }
}
