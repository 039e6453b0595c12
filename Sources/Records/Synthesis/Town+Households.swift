import Facts

extension Town {
  /// A household whose income somebody looked at; one in five hundredths of the workers.
  func addHousehold(_ index: Int, to facts: inout [Record]) {
    var draw = draw(.household, index)
    let isLow = draw.chance(6000)
    let income = isLow ? draw.among(600...1600) : draw.among(1600...4500)
    facts.append(
      shapes.household.party(
        "H" + Numbers.padded(index + 1, 6),
        [
          .text(Places.all[draw.pick(Places.choice)].code), .number(draw.among(1...6)),
          draw.chance(500) ? .missing : .flag(isLow),
          draw.chance(1000) ? .missing : .money(fen: income * 100),
        ]))
  }
}
