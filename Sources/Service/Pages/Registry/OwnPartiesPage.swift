import Core

/// The page of what the registry has about the reader: themselves, and the organisations they speak
/// for.
package func ownPartiesPage(_ place: PageLocation, _ lines: [PartyLine]) -> Page {
  let title = place("登记库里与我有关的", "What is on record of mine")
  return Page(place, title: title, active: .search) {
    Tag.h1 { title }
    if lines.isEmpty {
      Tag.p(.class("lead")) {
        place(
          "这个账户还没有对应登记库里的人，也不代表任何单位。请带身份证件到经办窗口办理。",
          "This account is nobody in the registry yet, and speaks for no organisation. Come to the "
            + "counter with your papers.")
      }
    } else {
      partyList(lines, place)
    }
  }.wide
}
