import Bureau
import Casework
import Core
import Foundation
import OfficeSupport
import Testing

@Suite struct RoundLoopTests {
  @Test("while it runs, cases move on whose time has come") func moves() throws {
    let city = try City()
    try city.determine()
    _ = try city.bureau.openFound()
    #expect(try city.record().state == "found")
    city.clock.set(try #require(CivilDate("2025-12-31")))
    let loop = RoundLoop(city.bureau, every: 20) { Issue.record("\($0)") }
    loop.start()
    for _ in 0..<600 where try city.record().state == "found" {
      Thread.sleep(forTimeInterval: 0.05)
    }
    loop.stop()
    #expect(try city.record().state == "lapsed")
  }
}
