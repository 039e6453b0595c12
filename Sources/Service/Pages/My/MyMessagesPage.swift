package import Core

/// A message in a list.
package struct MyMessageLine: Sendable {
  package let number: Int64
  package let title: Bilingual
  package let moment: String
  package let isUnread: Bool

  package init(number: Int64, title: Bilingual, moment: String, isUnread: Bool) {
    self.number = number
    self.title = title
    self.moment = moment
    self.isUnread = isUnread
  }
}

/// An inbox, the newest message first.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - lines: the messages.
///   - next: the page of older ones, below the language.
///   - form: makes forms of this session.
/// - Returns: the page.
package func myMessagesPage(
  _ place: PageLocation, _ frame: MyFrame, _ lines: [MyMessageLine], next: String?,
  _ form: SignedForm
) -> Page {
  myPage(place, frame, .messages, title: place("消息", "Messages")) {
    if lines.isEmpty { Tag.p { place("没有消息。", "There are no messages.") } }
    Tag.ul(.class("outcomes")) {
      for line in lines {
        Tag.li {
          Tag.div {
            Tag.strong {
              Tag.a(.href(place.link("my/messages/\(line.number)"))) { place(line.title) }
            }
            Tag.p(.class("soft number")) { line.moment }
          }
          if line.isUnread { Tag.span(.class("tag wait")) { place("未读", "Unread") } }
        }
      }
    }
    if let newest = lines.first, lines.contains(where: \.isUnread) {
      form(action: place.link("my/messages/read")) {
        hiddenField("newest", "\(newest.number)")
        Tag.p(.class("buttons")) {
          Tag.button(.class("quiet")) { place("全部标为已读", "Mark all as read") }
        }
      }
    }
    if let next {
      Tag.p { Tag.a(.href(place.link(next))) { place("更早的消息", "Older messages") } }
    }
  }
}

/// One message.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - title: of the message.
///   - body: of the message.
///   - moment: when it came.
///   - number: of the case it is about.
/// - Returns: the page.
package func myMessagePage(
  _ place: PageLocation, _ frame: MyFrame, title: Bilingual, body: Bilingual, moment: String,
  case number: String?
) -> Page {
  myPage(
    place, frame, .messages, title: place(title),
    back: (MyItem.messages.rawValue, place("消息", "Messages"))
  ) {
    Tag.p(.class("soft number")) { moment }
    Tag.p { place(body) }
    if let number {
      Tag.p(.class("buttons")) {
        Tag.a(.class("button"), .href(place.link("my/cases/\(number)"))) {
          place("看办件 \(number)", "See case \(number)")
        }
      }
    }
  }
}
