import HTTP
import Pages

extension Router {
  /// What pages are dressed with. Addresses change with the content, so browsers may keep it.
  mutating func addAssets(_ model: ServiceModel) {
    let forever: Headers = ["Cache-Control": "public, max-age=31536000, immutable"]
    add(.get, RoutePattern(Stylesheet.path)) { _ in
      Response(type: .css, text: Stylesheet.text, headers: forever)
    }
    add(.get, RoutePattern(Icon.path)) { _ in
      Response(type: .svg, text: Icon.text, headers: forever)
    }
    add(.get, RoutePattern(ChartScript.path)) { _ in
      Response(type: .javascript, text: ChartScript.text, headers: forever)
    }
    add(.get, RoutePattern(ScoreScript.path)) { _ in
      Response(type: .javascript, text: ScoreScript.text, headers: forever)
    }
    if let library = model.chartLibrary {
      add(.get, RoutePattern(library.path)) { _ in
        Response(type: .javascript, text: library.text, headers: forever)
      }
    }
  }
}
