import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// The own points of an organisation on the score sheet of its case.
struct MyScoreRoutes: Sendable {
  let desk: Desk
  let cases: MyCaseRoutes

  private static let longestNote = 500

  init(_ desk: Desk) {
    self.desk = desk
    cases = MyCaseRoutes(desk)
  }

  func sheet(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request)
    guard isTheirTurn(opened) else { return toCase(request) }
    return Response(myScoresPage(request.place, opened.frame, view(opened)))
  }

  func part(_ request: SignedRequest) throws -> Response {
    let opened = try cases.open(request)
    guard isTheirTurn(opened) else { return toCase(request) }
    let view = view(opened)
    let part = try index(request, view)
    return Response(
      myScorePartPage(request.place, opened.frame, view, part: part, request.form(key: nil)))
  }

  /// Keeps what has changed in a part; what is left empty stays to be filled in.
  func keep(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    let opened = try cases.open(request, noting: nil)
    guard isTheirTurn(opened) else { return toCase(request) }
    var view = view(opened)
    let part = try index(request, view)
    var items = view.groups[part].items
    var changed: [ItemScore] = []
    for index in items.indices {
      let id = items[index].id
      items[index].points = (fields[MyScoreView.Item.pointsField(id)] ?? "").trimmed
      items[index].note = (fields[MyScoreView.Item.noteField(id)] ?? "").trimmed
      if let score = score(items[index], kept: opened.scores, request.place, &view.errors) {
        changed.append(score)
      }
    }
    guard view.errors.isEmpty else {
      let group = view.groups[part]
      view.groups[part] = MyScoreView.Group(id: group.id, label: group.label, items: items)
      return Response(
        myScorePartPage(request.place, opened.frame, view, part: part, request.form(key: nil)),
        status: .unprocessableContent)
    }
    if !changed.isEmpty {
      try desk.bureau.office.write { [changed] connection in
        try cases.casework.set(
          changed, .own, of: opened.number, by: opened.party.signer, connection)
      }
    }
    let sheet = "my/cases/\(opened.number)/scores"
    let isLast = part + 1 == view.groups.count
    return .seeOther(
      request.place.link(
        fields["do"] == "stay" ? "\(sheet)/\(part + 1)" : isLast ? sheet : "\(sheet)/\(part + 2)"))
  }

  /// What somebody has typed for an item; `nil` where it is as it was, left empty, or wrong.
  private func score(
    _ item: MyScoreView.Item, kept scores: [ScoreComparison], _ place: PageLocation,
    _ errors: inout [FormError]
  ) -> ItemScore? {
    let kept = scores.first { $0.item == item.id }?.own
    func refuse(_ field: String, _ zh: String, _ en: String) {
      errors.append(FormError(field: field, message: place(zh, en)))
    }
    if item.note.count > Self.longestNote {
      refuse(
        MyScoreView.Item.noteField(item.id), "\(item.id) 的依据最多 \(Self.longestNote) 字。",
        "What \(item.id) rests on takes \(Self.longestNote) characters at most.")
      return nil
    }
    let field = MyScoreView.Item.pointsField(item.id)
    if item.points.isEmpty {
      if kept != nil || !item.note.isEmpty {
        refuse(field, "\(item.id) 请填分数，没有就填 0。", "Give points for \(item.id); 0 if there are none.")
      }
      return nil
    }
    let points = Decimal128(item.points)
    let fits = points.map { points in
      item.maximum.map { points >= .zero && points <= $0 } ?? (points <= .zero)
    }
    guard let points, fits == true else {
      if let most = item.maximum {
        refuse(
          field, "\(item.id) 应为 0 到 \(most) 的数。", "\(item.id) takes a number from 0 to \(most).")
      } else {
        refuse(field, "\(item.id) 应为 0 或负数。", "\(item.id) takes 0 or a negative number.")
      }
      return nil
    }
    let score = ItemScore(item: item.id, points: points, note: item.note)
    return score == kept ? nil : score
  }

  private func view(_ opened: MyCaseRoutes.Opened) -> MyScoreView {
    ScoreWords(desk.model.plans, opened.record).view(
      opened.number, opened.scores, determination: opened.detail.determination)
  }

  /// The part that the address names, from 0.
  private func index(
    _ request: SignedRequest, _ view: MyScoreView
  ) throws(Refusal) -> Int {
    guard let part = Int(request.parameter("part")), view.groups.indices.contains(part - 1) else {
      throw .notFound
    }
    return part - 1
  }

  private func isTheirTurn(_ opened: MyCaseRoutes.Opened) -> Bool {
    !opened.scores.isEmpty && opened.steps.contains { $0.needs.contains(.selfScores) }
  }

  private func toCase(_ request: SignedRequest) -> Response {
    .seeOther(request.place.link("my/cases/" + request.parameter("number")))
  }
}
