import Core

/// Who reads a page, as far as its frame shows it.
package enum Reader: Sendable, Equatable {
  /// Anybody, on a site where nobody can sign in.
  case anybody
  /// Anybody, on a page that is the same for all: nothing is looked up to show it.
  case visitor
  /// Somebody who has signed in, how many messages they have not read, and the pages of the desk that
  /// are open to them.
  case signedIn(name: String, unread: Int64, desk: [DeskItem] = [])

  /// The reader of the pages that are being made: set where a request is answered, so that no page
  /// has to hand it on.
  @TaskLocal package static var current: Reader = .anybody
}

extension Reader {
  /// What stands in the corner of the frame; nothing on a site without a sign-in.
  func corner(_ place: PageLocation) -> HTML {
    switch self {
    case .anybody: .empty
    case .visitor:
      Tag.a(.href(place.link("account"))) { place("登录 / 我的账户", "Sign in / my account") }
    case .signedIn(let name, let unread, let desk):
      (desk.isEmpty
        ? HTML.empty : Tag.a(.href(place.link(DeskItem.home.rawValue))) { place("工作台", "Desk") })
        + Tag.a(.href(place.link("my/messages"))) {
          unread == 0
            ? place("消息", "Messages") : place("消息（\(unread) 条未读）", "Messages (\(unread) unread)")
        }
        + Tag.a(.href(place.link("account"))) {
          Tag.span(.class("unseen")) { place("我的账户：", "My account: ") }
          name
        }
    }
  }

  /// The pages of the desk that its navigation leads to.
  var deskItems: [DeskItem] {
    if case .signedIn(_, _, let items) = self, !items.isEmpty { items } else { DeskItem.allCases }
  }

  /// What becomes of what somebody enters.
  func keeping(_ place: PageLocation) -> String {
    switch self {
    case .anybody:
      place(
        "本机运行：您填写的内容只存在这台机器的内存里，两小时不用即清除。",
        "Running on this machine: what you enter stays in its memory and is gone after two "
          + "hours without use.")
    case .visitor, .signedIn:
      place(
        "不登录时，您填写的内容只存在服务器的内存里，两小时不用即清除；登录后办理的和查看的都留有记录。",
        "Without signing in, what you enter stays in the memory of the server and is gone after two "
          + "hours without use. What you do and look at once signed in is kept on record.")
    }
  }
}
