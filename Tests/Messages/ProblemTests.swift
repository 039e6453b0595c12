import Core
import Delivery
import Messages
import Testing

/// Everything that can be wrong, as people read it: code, what is wrong, what to do.
@Suite struct ProblemTests {
  @Test("every problem of messages is told in full", arguments: messages)
  func messages(_ problem: MessageProblem, _ en: String, _ zh: String) {
    #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
    #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
  }

  @Test("every failure of sending is told in full", arguments: failures)
  func failures(_ failure: SendingFailure, _ en: String, _ zh: String) {
    #expect("\(failure.code) \(failure.message.en). \(failure.advice.en)" == en)
    #expect("\(failure.code) \(failure.message.zh)。\(failure.advice.zh)" == zh)
  }

  @Test("every problem of delivery is told in full", arguments: deliveries)
  func deliveries(_ problem: DeliveryProblem, _ en: String, _ zh: String) {
    #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
    #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
  }

  @Test("no code means two things") func codes() {
    let codes = Set(Self.messages.map(\.0.code)).count + Set(Self.failures.map(\.0.code)).count
    #expect(codes == 18)
    #expect(Set(Self.deliveries.map(\.0.code)).count == Self.deliveries.count)
  }
}
