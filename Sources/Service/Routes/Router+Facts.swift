import Core
import Explain
import Facts
import HTTP
import Pages
import Vocabulary

extension Router {
  /// The page where a facts file is pasted or uploaded, and its result.
  mutating func addFacts(_ model: ServiceModel, _ path: LanguagePaths) {
    add(.get, path("facts/")) { request in
      Response(factsPage(PageLocation(path.language, of: request), FactsForm()))
    }
    add(
      .post, path("facts/"),
      throwing: { (request) throws(Refusal) in
        let place = PageLocation(path.language, "facts/")
        let form = try request.form()
        let pasted = form.fields["facts"] ?? ""
        let file = form.file("facts-file")
        guard file != nil || pasted.contains(where: { !$0.isWhitespace }) else {
          return Response(
            factsPage(place, FactsForm(problem: .empty)), status: .unprocessableContent)
        }
        do throws(DiagnosticsError) {
          let facts = try FactsFile.read(
            bytes: file?.bytes ?? Array(pasted.utf8),
            name: file?.name ?? place("粘贴的内容", "pasted text"), model.factsSchema)
          let context = ResultContext(place, model.vocabulary)
          // Whatever anybody sends takes no more than one person's cases may.
          let report = model.engine.determine(facts, searchingLikeFor: 1)
          return Response(factsResultPage(report, context))
        } catch {
          let form = FactsForm(text: file == nil ? pasted : "", problem: .faults(error))
          return Response(factsPage(place, form), status: .unprocessableContent)
        }
      })
  }
}
