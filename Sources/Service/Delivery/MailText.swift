import Core
import Foundation
import Messages
import Office

/// Writes a letter as mail (RFC 5322, with MIME: RFC 2045 to 2047). All that it writes is ASCII, in
/// short lines; a line break can only come from here.
enum MailText {
  static func bytes(of letter: Letter, from: Mailbox) -> [UInt8] {
    let headers = [
      "Date: \(date(letter.moment))",
      "From: \(from.name.map { "\(words($0)) " } ?? "")<\(from.address.text)>",
      "To: <\(letter.address.text)>",
      "Subject: \(words(letter.subject))",
      "Message-ID: <\(letter.id)@\(from.domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "Content-Language: \(letter.language == .zh ? "zh-CN" : "en")",
      // RFC 3834: no robot answers it.
      "Auto-Submitted: auto-generated",
    ]
    let lines = letter.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let body = Data(lines.joined(separator: "\r\n").utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return Array((headers + ["", body, ""]).joined(separator: "\r\n").utf8)
  }

  /// Of RFC 5322, section 3.3: `Mon, 02 Mar 2026 09:15:00 +0800`.
  static func date(_ moment: Moment) -> String {
    let (year, month, day) = moment.day.parts
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][moment.day.weekday - 1]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = moment.text.split(separator: " ").last ?? ""
    return "\(weekday), \(day < 10 ? "0" : "")\(day) \(months[month - 1]) \(year) \(time) +0800"
  }

  /// What means something between the words of a header (RFC 5322, section 3.2.3), and what begins
  /// an encoded word.
  private static let specials = "()<>[]:;@\\,.\"=".unicodeScalars

  /// Text of a header: as it is where that is plain and short, else in encoded words (RFC 2047) of
  /// at most 75 characters, each of whole characters. Control characters, line breaks among them,
  /// become blanks.
  static func words(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    let isPlain = scalars.allSatisfy {
      (0x20...0x7E).contains($0.value) && !specials.contains($0)
    }
    if isPlain, scalars.count <= 60, !scalars.isEmpty {
      return String(String.UnicodeScalarView(scalars))
    }
    var words: [[UInt8]] = []
    for scalar in scalars {
      let bytes = Array(String(scalar).utf8)
      if let last = words.last, last.count + bytes.count <= 45 {
        words[words.count - 1] += bytes
      } else {
        words.append(bytes)
      }
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }
}
