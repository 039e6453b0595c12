import Core
import HTTP
import Pages
import PolicyDocument

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
      let place = PageLocation(path.language, "policies/" + PercentEncoding.encode(id))
      let response = Response(policyPage(place, document, model.plan(of: id)))
      add(.get, path("policies/" + id)) { _ in response }
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
