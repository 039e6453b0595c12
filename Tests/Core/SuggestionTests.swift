import Core
import Testing

@Test(
  arguments: [
    ("--fact", ["--facts", "--on"], "--facts"),
    ("determin", ["determine", "check"], "determine"),
    ("dtermine", ["determine", "check"], "determine"),
    ("issuedon", ["issuedOn", "issuer"], "issuedOn"),
    ("lveel", ["level", "kind"], "level"),
    ("证书等级", ["证书", "证书等次"], "证书等次"),
    ("发证日", ["发证日期", "职业"], "发证日期"),
    ("xyz", ["abc"], nil),
    ("a", ["b"], nil),
    ("", ["b"], nil),
    (String(repeating: "a", count: 81), ["a"], nil),
  ] as [(String, [String], String?)])
func nearestName(written: String, candidates: [String], expected: String?) {
  #expect(Suggestion.nearest(to: written, among: candidates) == expected)
}
