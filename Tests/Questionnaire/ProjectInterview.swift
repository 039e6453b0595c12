import Core
import Explain
import PolicyDocument
import PolicyPlan
import Questionnaire
import TestSupport
import Testing

/// The interview over the project's own documents; read once for all tests.
func projectInterview() throws -> Interview { try readInterview.get() }

/// The day on which tests ask.
func projectDay() throws -> CivilDate { try #require(CivilDate("2020-06-30")) }

private let readInterview = Result {
  let vocabulary = try #require(ProjectFiles.vocabulary)
  let documents = try ProjectFiles.names(in: "Policies", suffix: ".md").compactMap {
    PolicyDocument.read(try ProjectFiles.source($0)).document
  }
  let plans = documents.compactMap { Plan.compile($0, vocabulary, beside: documents).plan }
  return Interview(vocabulary, ExplainEngine(plans: plans))
}
