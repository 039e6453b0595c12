import Core
package import PolicyPlan

extension Plan {
  /// Which benefits bear on each other by rules that hold: what one comes to may hang on the others
  /// beside it, and on no benefit elsewhere in the document.
  ///
  /// - Returns: positions of benefits, in the order of the document.
  package var columnComponents: [[Int]] {
    let store = ColumnStore(vocabulary, on: CivilDate(dayNumber: 0))
    return StackingCompiler(self, among: [self], store).components()
  }
}
