import Store
import Testing

@Suite struct SQLTests {
  private let numbered = Dialect(
    placeholder: { "$\($0)" }, rowNumber: "", integer: "", bytes: "", begin: "BEGIN",
    tableSuffix: "", keyTableSuffix: "")

  @Test("what is interpolated is bound, whatever it says") func binds() {
    let name = "'; DROP TABLE person; --"
    let condition: SQL = "name = \(name) AND level = \(Int64(3))"
    let sql: SQL = "SELECT 1 FROM \(name: "person") WHERE \(condition) OR note = \(nil as String?)"
    let (text, values) = sql.written(for: numbered)
    #expect(text == #"SELECT 1 FROM "person" WHERE name = $1 AND level = $2 OR note = $3"#)
    #expect(values == [.text(name), 3, .null])
  }

  @Test("quotes in a name are doubled") func quotes() {
    let sql: SQL = "DROP TABLE \(name: #"a"b"#)"
    #expect(sql.written(for: numbered).text == #"DROP TABLE "a""b""#)
  }

  @Test("statements are joined with their values in order") func joined() {
    let list = SQL.joined((1...3).map { "\(Int64($0))" as SQL })
    let (text, values) = ("IN (\(list))" as SQL).written(for: numbered)
    #expect(text == "IN ($1, $2, $3)")
    #expect(values == [1, 2, 3])
  }
}
