import Core
import Determination
import Determinations
import HTTP
import Pages
import Replay

extension PartyRoutes {
  /// What one of a party's stored determinations rests on, worked out again, and what would differ
  /// today.
  func replay(_ request: Request, _ language: Language) throws -> Response {
    let (id, facts, known) = try subject(request)
    // Only what concerns the party has a page below it.
    guard let number = Int64(request.parameters["number"] ?? ""),
      let stored = try served.store.stored(number: number)?.determination,
      stored.owner == id || stored.party == id
    else { throw Refusal.notFound }
    let replay: Replay
    do {
      replay = try served.replayer.replay(number)
    } catch let problem as ReplayProblem {
      throw Refusal(.notFound, message: problem.message, advice: problem.advice)
    }
    let today = try served.replayer.today(replay)
    let name = subjectName(facts, owner: id)
    let context = ResultContext(
      PageLocation(language, of: request), served.vocabulary,
      subject: { name($0.benefit, $0.subject) })
    return Response(
      replayPage(
        try view(of: id, facts, known),
        ReplayView(
          number: replay.number, basis: replay.basis, verdict: replay.verdict,
          isIdentical: replay.isIdentical, determination: replay.determination,
          then: (replay.subject.on, replay.change), cause: today.cause.words, told: today.told),
        context))
  }
}
