import Core

/// The first page: what one can do here, and what it rests on.
///
/// - Parameters:
///   - place: where the reader is.
///   - documents: the policy documents.
///   - hasRegistry: whether there are people and organisations to be shown.
/// - Returns: the page.
package func startPage(
  _ place: PageLocation, documents: [PolicySummary], hasRegistry: Bool = false
) -> Page {
  Page(place, title: place("首页", "Home")) {
    Tag.h1 { place("政策写成什么样，就怎么算", "The policy as written is the policy as applied") }
    Tag.p(.class("lead")) {
      place(
        "这里把技能人才政策的每一条都变成可以计算、可以核对的规则：告诉您能享受什么、为什么、还缺什么。",
        "Every article of the policies for skilled workers is a rule here that can be computed "
          + "and checked: it tells what you can get, why, and what is still missing.")
    }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link("check/"))) {
        place("看看我能享受什么", "See what I can get")
      }
    }
    if Occasion.current == .demonstration { tourCard(place) }
    Tag.h2 { place("还可以", "You can also") }
    Tag.ul(.class("cards")) {
      Tag.li {
        Tag.h3 {
          Tag.a(.href(place.link("policies/"))) { place("读政策文件", "Read the policy documents") }
        }
        Tag.p {
          place(
            "\(documents.count) 份文件，条文、规则、参数和假设放在一起，每条公式旁边都有一句白话。",
            "\(documents.count) document(s): text, rules, figures and assumptions side by side, "
              + "with a plain sentence beside every formula.")
        }
      }
      Tag.li {
        Tag.h3 {
          Tag.a(.href(place.link("facts/"))) { place("用文件测算", "Use a facts file") }
        }
        Tag.p {
          place(
            "粘贴或上传一份事实文件，一次算出其中每个人、每家单位的全部待遇。",
            "Paste or upload a facts file and get every benefit of every person and "
              + "organisation in it.")
        }
      }
    }
    if Reader.current != .anybody { noticesLink(place) }
    if hasRegistry { registryCards(place) }
    Tag.h2 { place("怎样回答", "How it answers") }
    Tag.ul {
      Tag.li {
        place(
          "每一个结论都列出条件、实际情况、所据条文；每一分钱都能对着原文核对。",
          "Each answer lists the conditions, what was found, and the article: every sum can be "
            + "checked by hand.")
      }
      Tag.li {
        place(
          "不知道的就说不知道，并说明还差哪一项，不会把“不知道”当成“没有”。",
          "What is not known is said to be unknown, with what is missing. “Not known” never "
            + "counts as “none”.")
      }
      Tag.li {
        place(
          "原文没写明的地方写成“假设”，连同理由一起公开。",
          "Where the text leaves something open, the assumption made is shown with its reason.")
      }
    }
  }
}

/// What an office shows to everybody.
private func noticesLink(_ place: PageLocation) -> HTML {
  Tag.ul(.class("cards")) {
    Tag.li {
      Tag.h3 { Tag.a(.href(place.link("notices/"))) { place("看公示", "Read public notices") } }
      Tag.p {
        place(
          "谁将领到什么，姓名经过遮盖；有异议可以提出。",
          "Who is to receive what, with masked names; anybody may object.")
      }
    }
  }
}

/// Where a demonstration is looked at.
private func tourCard(_ place: PageLocation) -> HTML {
  Tag.p(.class("buttons")) {
    Tag.a(.class("button quiet"), .href(place.link("tour"))) {
      place("演示导览：登录成任何一个人", "Tour: sign in as anybody")
    }
  }
}

/// What a registry adds: everybody who is known, and the town as a whole.
private func registryCards(_ place: PageLocation) -> HTML {
  Tag.h2 { place("登记库", "The registry") }
    + Tag.ul(.class("cards")) {
      Tag.li {
        Tag.h3 {
          Tag.a(.href(place.link("search"))) {
            place("查人、查单位", "Find a worker or an organisation")
          }
        }
        Tag.p {
          place(
            "按姓名、证书编号、单位名称查到一个人或一家单位：历年记录、核定结果和理由。",
            "By name, certificate number or organisation: records over the years, determinations "
              + "and their reasons.")
        }
      }
      Tag.li {
        Tag.h3 { Tag.a(.href(place.link("verify"))) { place("核验告知书", "Verify a notice") } }
        Tag.p {
          place(
            "扫二维码或输入核验码，看一份告知书是不是真的，内容后来有没有变。",
            "By its QR code or by typing its code: whether a notice is genuine and still holds.")
        }
      }
      Tag.li {
        Tag.h3 {
          Tag.a(.href(place.link("overview"))) { place("全市概览", "The town as a whole") }
        }
        Tag.p {
          place(
            "技能等级结构、各级工资、每项待遇的人数和金额。",
            "How many workers hold which level, wages by level, and what every benefit comes to.")
        }
      }
    }
}
