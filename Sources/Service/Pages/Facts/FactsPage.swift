package import Core

/// The page where a facts file is pasted or uploaded.
package struct FactsForm: Sendable {
  /// What was pasted, to be shown again beside its faults.
  package var text: String
  package var problem: Problem?

  /// The largest file taken; larger ones are for the command line.
  package static let mostBytes = 2 << 20

  /// Why the facts could not be determined.
  package enum Problem: Sendable {
    /// Nothing was pasted and no file chosen.
    case empty
    case faults(DiagnosticsError)
  }

  package init(text: String = "", problem: Problem? = nil) {
    self.text = text
    self.problem = problem
  }
}

package func factsPage(_ place: PageLocation, _ form: FactsForm) -> Page {
  let errors = form.errors(place)
  var page = Page(place, title: place("用文件测算", "Use a facts file"), active: .facts) {
    errorSummary(errors, place)
    Tag.h1 { place("用文件测算", "Use a facts file") }
    Tag.p(.class("lead")) {
      place(
        "粘贴或上传 JSON 事实文件，算出其中每个人、每家单位可以享受的待遇和理由。",
        "Paste or upload a facts file in JSON to see what each person and organisation in it "
          + "can get, and why.")
    }
    if case .faults(let faults) = form.problem {
      Tag.h2(.id("faults")) {
        place("文件里的问题（\(faults.diagnostics.count)）", "What is wrong (\(faults.diagnostics.count))")
      }
      diagnosticList(faults.diagnostics, in: faults.source, place)
    }
    Tag.form(
      Attribute("method", "post"), Attribute("action", place.link("facts/")),
      Attribute("enctype", "multipart/form-data")
    ) {
      textField(form, errors, place)
      fileField(place)
      Tag.p(.class("buttons")) { Tag.button { place("测算", "Work it out") } }
    }
    Tag.details {
      Tag.summary { place("文件怎么写", "What the file looks like") }
      Tag.p {
        place(
          "“on”是认定日，“parties”是人和单位，“records”是他们的证书、就业、参保等记录。不知道的就不写，确知没有的写 null。",
          "“on” is the day of determination, “parties” are people and organisations, “records” "
            + "their certificates, employments, insurance and so on. Leave out what you do not "
            + "know; write null for what is known to be none.")
      }
      Tag.pre(Attribute("tabindex", "0"), .label(place("例子", "Example"))) { exampleFacts }
    }
  }
  page.hasError = !errors.isEmpty
  return page
}

private func textField(_ form: FactsForm, _ errors: [FormError], _ place: PageLocation) -> HTML {
  Tag.div(.class(errors.isEmpty ? "field" : "field wrong")) {
    Tag.label(.class("ask"), .for("facts")) { place("粘贴内容", "Paste the text") }
    Tag.p(.class("hint"), .id("facts-hint")) {
      place("内容只用来算这一次，不会保存。", "It is used for this answer only and not kept.")
    }
    if let error = errors.first {
      Tag.p(.class("error"), .id("facts-error")) { error.message }
    }
    Tag.textarea(
      [
        .id("facts"), .name("facts"), Attribute("spellcheck", "false"),
        .described(by: ["facts-hint"] + (errors.isEmpty ? [] : ["facts-error"])),
      ] + (errors.isEmpty ? [] : [Attribute("aria-invalid", "true")])
    ) { "\n" + form.text }
  }
}

private func fileField(_ place: PageLocation) -> HTML {
  Tag.div(.class("field")) {
    Tag.label(.class("ask"), .for("file")) { place("或者选择文件", "Or choose a file") }
    Tag.p(.class("hint"), .id("file-hint")) {
      place(
        "JSON 文件，最大 2 MiB。选了文件就以文件为准。",
        "A JSON file of at most 2 MiB. It counts before pasted text.")
    }
    Tag.input(
      .type("file"), .id("file"), .name("facts-file"),
      Attribute("accept", ".json,application/json"),
      .described(by: ["file-hint"]))
  }
}

extension FactsForm {
  fileprivate func errors(_ place: PageLocation) -> [FormError] {
    switch problem {
    case nil: []
    case .empty:
      [
        FormError(
          field: "facts",
          message: place("请粘贴内容，或选择一个文件。", "Paste the text, or choose a file."))
      ]
    case .faults(let faults):
      [
        FormError(
          field: "facts",
          message: place(
            "文件里有 \(faults.diagnostics.count) 处问题，请按下面的说明改正。",
            "The file has \(faults.diagnostics.count) problem(s): correct it as shown below."))
      ]
    }
  }
}

private let exampleFacts = """
  {
    "on": "2020-06-30",
    "parties": [
      {"type": "person", "id": "p1", "region": "330300"},
      {"type": "organisation", "id": "e1", "kind": "enterprise", "region": "330300"}
    ],
    "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01",
       "level": 3, "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p1", "employer": "e1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment",
       "from": "2016-01", "to": "2018-12", "region": "330300"}
    ]
  }
  """
