import Messages
import Office
import Testing

@testable import Delivery

@Suite struct MailTextTests {
  @Test(
    "headers are plain, or encoded words of whole characters",
    arguments: [
      ("News on your case K-1", "News on your case K-1"), ("件", "=?UTF-8?B?5Lu2?="),
      ("=?UTF-8?B?QQ==?=", "=?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?="),
      ("a, <b>", "=?UTF-8?B?YSwgPGI+?="),
      ("a\r\nBcc: b", "=?UTF-8?B?YSAgQmNjOiBi?="), ("", ""),
      (
        "一二三四五六七八九十一二三四五六七八九十",
        "=?UTF-8?B?5LiA5LqM5LiJ5Zub5LqU5YWt5LiD5YWr5Lmd5Y2B5LiA5LqM5LiJ5Zub5LqU?=\r\n =?UTF-8?B?5YWt5LiD5YWr5Lmd5Y2B?="
      ),
    ]) func words(_ text: String, _ expected: String)
  {
    #expect(MailText.words(text) == expected)
  }

  @Test("no encoded word is longer than 75 characters", arguments: 1...80) func length(_ count: Int)
  {
    for unit in ["甲", "a", "𠮷", "é"] {
      let words = MailText.words(String(repeating: unit, count: count))
      #expect(words.split(separator: "\r\n ").allSatisfy { $0.utf8.count <= 75 })
    }
  }

  @Test(
    "dates are those of RFC 5322, in the time of Beijing",
    arguments: [
      (Int64(0), "Thu, 01 Jan 1970 08:00:00 +0800"),
      (1_772_380_799_999_999, "Sun, 01 Mar 2026 23:59:59 +0800"),
      (1_772_380_800_000_000, "Mon, 02 Mar 2026 00:00:00 +0800"),
    ]) func date(_ microseconds: Int64, _ expected: String)
  {
    #expect(MailText.date(Moment(microseconds: microseconds)) == expected)
  }
}
