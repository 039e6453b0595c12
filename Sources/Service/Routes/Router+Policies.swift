import Core
import HTTP
import Pages
import PolicyDocument
import PolicyPlan

extension Router {
  mutating func addStart(_ model: ServiceModel, _ path: LanguagePaths) {
    let summaries = model.summaries
    let hasRegistry = model.registry != nil
    add(.get, path("")) { request in
      Response(
        startPage(
          PageLocation(path.language, of: request), documents: summaries, hasRegistry: hasRegistry))
    }
  }

  /// The documents. They change only when the service starts anew, so each page is made once.
  mutating func addPolicies(_ model: ServiceModel, _ path: LanguagePaths) {
    let summaries = model.summaries
    add(.get, path("policies/")) { request in
      Response(policyIndexPage(PageLocation(path.language, of: request), summaries))
    }
    for document in model.documents {
      let id = document.front.id.text
      let issued = model.originals[id]
      let amended = model.amended(by: document)
      func page(_ query: String) -> Response {
        let place = PageLocation(
          path.language, "policies/" + PercentEncoding.encode(id), query: query)
        return Response(
          policyPage(
            place, document, model.plan(of: id), findings: model.findings[id] ?? [],
            amended: amended, issued: issued?.text))
      }
      let alone = page("")
      let beside = issued == nil ? alone : page(IssuedText.query)
      add(.get, path("policies/" + id)) { request in
        if let day = request.query["on"], model.plan(of: id)?.versions.isEmpty == false {
          let place = PageLocation(path.language, of: request)
          return Response(
            policyPage(
              place, document, model.plan(of: id), amended: amended, issued: issued?.text,
              asOf: day))
        }
        return request.query.urlEncoded == IssuedText.query ? beside : alone
      }
    }
  }
}

extension Router {
  /// The pages of scans. They belong to no language.
  mutating func addOriginals(_ model: ServiceModel) {
    for (id, original) in model.originals where original.text.pageCount > 0 {
      for number in 1...original.text.pageCount {
        add(.get, RoutePattern(IssuedText.path(number, of: id))) { _ in
          guard let page = original.page(number) else {
            return Response(.notFound, type: .plainText, text: "")
          }
          return Response(.ok, headers: ["Content-Type": page.mediaType], body: page.bytes)
        }
      }
    }
  }
}

extension ServiceModel {
  fileprivate var summaries: [PolicySummary] {
    documents.map { document in
      PolicySummary(
        id: document.front.id.text, title: document.front.title, number: document.front.number,
        issued: document.front.issued, benefits: document.benefits.count)
    }
  }
}
