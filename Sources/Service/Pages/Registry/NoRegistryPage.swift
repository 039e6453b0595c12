import Core

/// What stands in place of a page of the registry where none is served.
package func noRegistryPage(_ place: PageLocation, active: NavigationItem) -> Page {
  let title = place("这里还没有登记库", "There is no registry here yet")
  return Page(place, title: title, active: active) {
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "查找和概览要用登记库里的人、单位和记录。其余页面照常可用。",
        "Search and overview need the people, organisations and records of a registry. All other "
          + "pages work as they are.")
    }
    Tag.h2 { place("怎样建立登记库", "How to make one") }
    Tag.ul {
      Tag.li {
        place("导入您的文件：", "Import your files: ")
        Tag.code { "gongjiang import " + place("文件…", "FILE…") }
      }
      Tag.li {
        place("或者生成一座虚构的城市：", "Or make up a town: ")
        Tag.code { "gongjiang synthesise --workers 20000" }
      }
      Tag.li {
        place("然后重新启动网站：", "Then start the site anew: ")
        Tag.code { "gongjiang serve" }
      }
    }
  }
}
