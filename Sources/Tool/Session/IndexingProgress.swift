import Core

/// The bar of the end of a large load: rows are there, indexes are being made.
final class IndexingProgress {
  private let session: Session
  private let isQuiet: Bool
  /// Made when there is something to tell.
  private var bar: Progress?

  init(_ session: Session, isQuiet: Bool) {
    self.session = session
    self.isQuiet = isQuiet
  }

  /// Says that so many of so many indexes are made.
  func update(_ done: Int, of total: Int) {
    if bar == nil {
      bar = Progress(
        Bilingual(zh: "建立索引", en: "making indexes"), unit: Bilingual(zh: "个", en: "indexes"),
        session, isQuiet: isQuiet)
    }
    bar?.update(done, of: total)
    if done == total { bar?.finish() }
  }
}
