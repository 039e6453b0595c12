import Core

/// Everything that can be wrong with the form of a policy document.
///
/// What a problem is called (`code`) stands here, what is said about it in
/// `DocumentProblem+Words.swift`.
enum DocumentProblem {
  // Front matter and YAML blocks
  case frontMatterMissing
  case frontMatterOpen
  case unknownKey(String, allowed: [String])
  case missingKey(String)
  case wrongValue(key: String, found: String, expected: Expected)
  case expressionInYAML(String)
  case booleanKey(String)
  case unknownBlock(info: String)
  case blockOpen

  // Headings
  case headingWithoutEnglish(String)
  case headingWithoutName(example: String)
  case nestingTooDeep

  // Tables
  case benefitWithoutTable(String)
  case benefitWithoutScore(String)
  case scoreWithoutBenefit
  case tableWithoutBenefit
  case unknownTable(first: String)
  case wrongHeader(expected: [String])
  case wrongNumberOfCells(found: Int, expected: Int)
  case brokenTable
  case notCode(String)
  case barInCode
  case fullWidthSign(Character, half: String)
  case badName(String)
  case labelIncomplete
  case unknownWord(String, column: String, allowed: [String])
  case wrongCell(column: String, found: String, expected: Expected)
  case decisionTableWithoutHeading
  case columnsOutOfOrder
  case emptyCell(column: String)
  case continuationOfNothing

  // What belongs together
  case duplicate(what: Element, name: String, line: Int)
  case periodsOverlap(String, line: Int)
  case periodsLeaveGap(String, line: Int)
  case periodBackwards
  case parameterWithoutLabel(String)
  case monthsWithoutRule(Rule.Kind)
  case ruleWithoutMonths
  case paymentUnclear(String)
  case examplesOfNothing(String, known: [String])

  // Assumptions and prose
  case assumptionMalformed
  case assumptionOutsideOptions(String)
  case unknownAssumption(String, known: [String])
  case boldNotRendered

  /// The form that a value should have had.
  enum Expected {
    case text, mapping, list, labels, date, region, wholeNumber, identifier, choice([String])
    case hitPolicy, number, path, item, nothing
  }

  /// What a name belongs to.
  enum Element {
    case benefit, rule, table, assumption, stacking, target, provision, example, row, sourceTable
    case item, veto, amendment
  }
}

extension DocumentProblem {
  /// Stable; a number is never used again for something else.
  var code: String {
    switch self {
    case .frontMatterMissing: "POL001"
    case .frontMatterOpen: "POL002"
    case .unknownKey: "POL003"
    case .missingKey: "POL004"
    case .wrongValue: "POL005"
    case .expressionInYAML: "POL006"
    case .booleanKey: "POL007"
    case .unknownBlock: "POL008"
    case .blockOpen: "POL009"
    case .headingWithoutEnglish: "POL010"
    case .headingWithoutName: "POL011"
    case .nestingTooDeep: "POL012"
    case .benefitWithoutTable: "POL013"
    case .tableWithoutBenefit: "POL014"
    case .unknownTable: "POL015"
    case .wrongHeader: "POL016"
    case .wrongNumberOfCells: "POL017"
    case .brokenTable: "POL018"
    case .notCode: "POL019"
    case .barInCode: "POL020"
    case .fullWidthSign: "POL021"
    case .badName: "POL022"
    case .labelIncomplete: "POL023"
    case .unknownWord: "POL024"
    case .wrongCell: "POL025"
    case .decisionTableWithoutHeading: "POL026"
    case .columnsOutOfOrder: "POL027"
    case .emptyCell: "POL028"
    case .duplicate: "POL029"
    case .periodsOverlap: "POL030"
    case .periodsLeaveGap: "POL031"
    case .periodBackwards: "POL032"
    case .parameterWithoutLabel: "POL033"
    case .monthsWithoutRule: "POL034"
    case .ruleWithoutMonths: "POL035"
    case .paymentUnclear: "POL036"
    case .examplesOfNothing: "POL037"
    case .assumptionMalformed: "POL038"
    case .assumptionOutsideOptions: "POL039"
    case .boldNotRendered: "POL040"
    case .unknownAssumption: "POL041"
    case .continuationOfNothing: "POL042"
    case .benefitWithoutScore: "POL043"
    case .scoreWithoutBenefit: "POL044"
    }
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .boldNotRendered: .warning
    default: .error
    }
  }
}
