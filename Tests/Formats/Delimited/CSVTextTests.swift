import DelimitedText
import Testing

/// Texts that spreadsheet programs would run or change, and formulas that say just a text.
@Suite struct CSVTextTests {
  @Test(
    "a formula that says a text, and back",
    arguments: [
      ("0001", #"="0001""#), ("", #"="""#), ("a\"b", #"="a""b""#), ("=1+1", #"="=1+1""#),
      (#"="x""#, #"="=""x""""#), ("\"", #"="""""#),
    ]) func formula(_ text: String, _ formula: String)
  {
    #expect(CSVText.formula(saying: text) == formula)
    #expect(CSVText.text(saidBy: formula) == text)
  }

  @Test(
    "any other formula stays what it is",
    arguments: ["=\"", "=1+1", #"="a"&"b""#, #"=CONCAT("a")"#, "0001", "", #""x""#])
  func others(_ cell: String) { #expect(CSVText.text(saidBy: cell) == nil) }

  @Test(
    "what a program runs",
    arguments: [
      ("=1+1", true), ("@SUM(A1)", true), ("+cmd|' /C calc'!A0", true), ("-2+3+cmd", true),
      ("\t=1", true), ("＝1", true), ("+86 138-0000-0000", false), ("-5", false), ("- 样", true),
      ("样=1", false), ("", false), ("1=1", false),
    ]) func run(_ text: String, _ isRun: Bool)
  {
    #expect(CSVText.isRun(text) == isRun)
  }

  @Test(
    "what Excel takes for a number, a date or a truth value",
    arguments: [
      ("0001", true), ("330302199001010013", true), ("6222020000001234567", true), ("1E5", true),
      ("2019-05", true), ("1-2", true), ("3/4", true), ("5月3日", true), ("2019年5月", true),
      ("true", true), ("MAR1", true), ("Sep-1", true), ("=1", true), ("-5", true),
      ("6-18-01-01", true),
      ("c1", false), ("S0001", false), ("样甲1", false), ("91330300X", true), ("", false),
      ("MARY", false), ("一二三", false),
    ]) func changed(_ text: String, _ isChanged: Bool)
  {
    #expect(CSVText.isChanged(text) == isChanged)
  }
}
