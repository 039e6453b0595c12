package import Core
import Determination
package import Explain
package import Export

/// Cases as a table that an official can confirm line by line. Facts stand one a line in one cell,
/// `证书.等级 = 4`, so that each row says all by itself.
package struct CaseTable: Sendable {
  private let document: String
  private let cases: [BoundaryCase]
  /// Of the header, the outcomes and what varies.
  private let language: Language

  /// - Parameters:
  ///   - document: the id of the document that the cases are of, which the sheet is called by.
  ///   - cases: in their order.
  ///   - language: of the header, the outcomes and what varies.
  package init(of document: String, _ cases: [BoundaryCase], in language: Language) {
    self.document = document
    self.cases = cases
    self.language = language
  }

  private func cells(_ number: Int, _ one: BoundaryCase) -> [Cell] {
    CaseColumn.allCases.map { column in
      switch column {
      case .number: .number(Decimal128(number))
      case .benefit: .text(one.facts.benefit)
      case .varies: .text(one.varies[language])
      case .facts: .text(CaseText.facts(one.facts))
      case .outcome: .text(CaseText.result(one.result)[language])
      case .amount: one.result.amount.map { .money($0.yuan) } ?? .empty
      case .article: one.article.map { .text($0[language]) } ?? .empty
      case .confirmed, .remark: .empty
      }
    }
  }
}

extension CaseTable: ExportedTable {
  package var header: [String] { CaseColumn.allCases.map { $0.title[language] } }

  package var columnWidths: [Int] { CaseColumn.allCases.map(\.width) }

  package var sheetName: String? { document }

  package var choices: [Int: [String]] {
    let answers = [Confirmation.yes, .no].map { $0.word[language] }
    return CaseColumn.allCases.firstIndex(of: .confirmed).map { [$0: answers] } ?? [:]
  }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    for (index, one) in cases.enumerated() { try body(cells(index + 1, one)) }
    return 0
  }
}
