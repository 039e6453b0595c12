import Core

/// Before the first question: what will be asked and what becomes of it.
package func checkStartPage(_ place: PageLocation) -> Page {
  let title = place("看看我能享受什么", "What can I get?")
  return Page(place, title: title, active: .check) {
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "回答几个问题，就能看到哪些待遇可以享受、哪些不能、哪些还说不准，以及每一条的理由和依据。",
        "Answer some questions to see what you can get, what you cannot, and what cannot be said "
          + "yet, each with its reasons and articles.")
    }
    Tag.ul {
      Tag.li {
        place(
          "每页一个问题，只问会影响结果的，随时可以返回修改，填过的不会丢。",
          "One question a page, and only what can change the result. You can go back and change any "
            + "answer; nothing you gave is lost.")
      }
      Tag.li {
        place(
          "不知道就选“我不知道”，没有就选“没有”：两者结果不同。",
          "Say “I do not know” when you do not know and “none” when there is none: they lead to "
            + "different answers.")
      }
      Tag.li {
        place(
          "按名次评优的奖励要和全部参评者比较，这里不测算。",
          "Awards for the best of all are decided by comparing everybody; they are left out here.")
      }
      Tag.li {
        place(
          "不用填姓名和身份证号；答案两小时不用就清除。",
          "No name and no identity number are asked. Answers are gone after two hours without use.")
      }
    }
    Tag.p {
      place(
        "准备好：证书、参加社会保险的起止月份、在单位工作的起止日期。",
        "Have at hand: your certificates, the months of your social insurance, and the dates of "
          + "your employment.")
    }
    Tag.form(Attribute("method", "post"), Attribute("action", place.link("check/"))) {
      Tag.p(.class("buttons")) { Tag.button { place("开始", "Start") } }
    }
  }
}
