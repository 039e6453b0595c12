import Columns
import Core
import Testing

@Suite("Why a benefit is left to the explain engine")
struct OffColumnsTests {
  static let texts: [(OffColumns, String)] = [
    (
      .versions,
      "COL001 修改前后的写法合不到一起 | its texts before and after an amendment do not go together"
    ),
    (.localFigure("门槛"), "COL002 “门槛”有地方取值 | “门槛” has local values"),
    (
      .quota("q"),
      "COL004 规则“q”有名额，之前还有“once”规则 | "
        + "a rule of the kind “once” comes before the quota of the rule “q”"
    ),
    (
      .otherDocument("o"),
      "COL005 规则“o”计入别的文件的待遇 | the rule “o” counts benefits of other documents"
    ),
    (
      .stacking("s"),
      "COL007 规则“s”的写法还没有按列的做法 | the rule “s” is of a form that has no column form yet"
    ),
    (.field("a.b"), "COL009 “a.b”不在列里 | “a.b” lies in no column"),
    (.operation("f(x)"), "COL010 “f(x)”还没有按列的做法 | “f(x)” has no column form yet"),
    (
      .range("x * y"),
      "COL011 “x * y”的取值范围没有证明放得进 64 位 | "
        + "the values of “x * y” are not proven to fit 64 bits"
    ),
    (
      .together("d/b"),
      "COL012 与留给逐件计算的“d/b”相互叠加 | it stacks with “d/b”, which is left to the explain engine"
    ),
  ]

  @Test("Full texts", arguments: texts.indices)
  func text(_ index: Int) {
    let (reason, text) = Self.texts[index]
    #expect("\(reason.code) \(reason.message.zh) | \(reason.message.en)" == text)
  }
}
