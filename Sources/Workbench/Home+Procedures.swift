package import Core

/// The texts of the folder `Procedures`: how cases move, and what holds between the rooms of the
/// office.
package struct ProcedureTexts: Sendable {
  /// Every file that is a procedure.
  package let procedures: [SourceText]
  /// `benefits.yaml`: which way the cases of a benefit go.
  package let ways: SourceText
  /// `funding.yaml`: who bears the cost.
  package let funding: SourceText
  /// `messages.yaml`: what people are told.
  package let messages: SourceText
}

extension Home {
  package var procedures: String { path + "/Procedures" }

  /// Reads the files of the folder `Procedures`.
  ///
  /// - Throws: `Problem` when the folder, or one of the three that must be there, cannot be read.
  package func procedureTexts() throws(Problem) -> ProcedureTexts {
    let special = ["benefits", "funding", "messages"].map { procedures + "/\($0).yaml" }
    var texts: [SourceText] = []
    for file in try Workbench.files(in: procedures, suffix: ".yaml")
    where !special.contains(file) {
      texts.append(try SourceText.read(file))
    }
    return ProcedureTexts(
      procedures: texts, ways: try SourceText.read(special[0]),
      funding: try SourceText.read(special[1]), messages: try SourceText.read(special[2]))
  }
}
