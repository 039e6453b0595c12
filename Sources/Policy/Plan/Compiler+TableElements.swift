import Core
import FEEL
import PolicyDocument
import Vocabulary

/// Tables about a kind of child record: `竞赛奖次.级别` as an input makes one of contest prizes, and
/// `当年.竞赛奖次.奖分` then gives its value for each of them.
extension Compiler {
  /// The kind of record that a table is about, and the name its inputs call it by.
  func element(of table: DecisionTable) -> (name: String, type: EntityType)? {
    for cell in table.inputs {
      let name = String(cell.text.prefix { $0 != "." })
      guard name.count < cell.text.count, lowering.scope.meaning(of: name) == nil,
        let type = vocabulary.childView(named: name)
      else { continue }
      return (name, type)
    }
    return nil
  }

  /// Lets the cells of a table speak of the record by its kind.
  mutating func enter(_ element: (name: String, type: EntityType)) {
    let english = element.type.id.split(separator: "@").last.map(String.init)
    lowering.scope.elementForms = (element.type.name.zh, english ?? element.name)
    lowering.scope.elements.append((name: element.name, type: .record(element.type.id)))
  }

  mutating func leaveElement() {
    lowering.scope.elements.removeLast()
    lowering.scope.elementForms = nil
  }
}
