/// The files of a case, while somebody adds to them.
package struct MyEvidenceView: Sendable {
  package let number: String
  package let files: [MyFile]
  /// How many a case takes.
  package let most: Int
  package var errors: [FormError] = []

  package init(number: String, files: [MyFile], most: Int) {
    self.number = number
    self.files = files
    self.most = most
  }
}

/// The field with the files, which is its id too.
package let myEvidenceField = "file"

/// Where files are handed in, looked at and taken away again.
package func myEvidencePage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyEvidenceView, _ form: SignedForm
) -> Page {
  let path = "my/cases/\(view.number)/files"
  return myPage(
    place, frame, .home, title: place("上传材料", "Hand in evidence"),
    back: backToCase(view.number, place), errors: view.errors
  ) {
    Tag.h2 {
      place("已上传", "Handed in") + " "
      Tag.span(.class("count")) { "\(view.files.count) / \(view.most)" }
    }
    if view.files.isEmpty { Tag.p(.class("soft")) { place("还没有。", "Nothing yet.") } }
    Tag.ul(.class("outcomes")) {
      for file in view.files { fileLine(file, path, place, form) }
    }
    Tag.h2 { place("再传几份", "Add more") }
    form(action: place.link(path), takesFiles: true) { fileField(view.errors, place) }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button quiet"), .href(place.link("my/cases/\(view.number)"))) {
        place("材料齐了，回到办件", "That is all; back to the case")
      }
    }
  }
}

private func fileLine(
  _ file: MyFile, _ path: String, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  Tag.li {
    Tag.div {
      Tag.a(.href(place.link("\(path)/\(file.key)"))) { file.name }
      Tag.p(.class("soft")) {
        file.sizeText + " · "
        Tag.a(.href(place.link("\(path)/\(file.key)?download=1"))) {
          place("下载", "Download")
          Tag.span(.class("unseen")) { place("：", ": ") + file.name }
        }
      }
    }
    form(action: place.link("\(path)/\(file.key)/remove")) {
      Tag.button(.class("quiet")) {
        place("移除", "Remove")
        Tag.span(.class("unseen")) { place("：", ": ") + file.name }
      }
    }
  }
}

private func fileField(_ errors: [FormError], _ place: PageLocation) -> HTML {
  Tag.div(.class(errors.isEmpty ? "field" : "field wrong")) {
    Tag.label(.class("ask"), .for(myEvidenceField)) { place("选择文件", "Choose files") }
    Tag.p(.class("hint"), .id("file-hint")) {
      place(
        "PDF、JPEG 或 PNG，可以一次选几个；每个最大 10 MB，一次合计最大 20 MB。",
        "PDF, JPEG or PNG, several at once if you like; 10 MB each and 20 MB together at most.")
    }
    for (index, error) in errors.enumerated() {
      Tag.p(.class("error"), .id("file-error-\(index)")) {
        Tag.span(.class("unseen")) { place("错误：", "Error: ") }
        error.message
      }
    }
    Tag.input(
      [
        .type("file"), .id(myEvidenceField), .name(myEvidenceField), Attribute("multiple"),
        Attribute("accept", "application/pdf,image/jpeg,image/png"),
        .described(by: ["file-hint"] + errors.indices.map { "file-error-\($0)" }),
      ] + (errors.isEmpty ? [] : [Attribute("aria-invalid", "true")]))
  } + Tag.div(.class("buttons")) { Tag.button { place("上传", "Hand in") } }
}
