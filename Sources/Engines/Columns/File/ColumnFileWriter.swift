import Glibc

/// Writes a file beside the one that it takes the place of in the end: whoever reads meets the old
/// one or the new one whole, whenever this process ends.
///
/// What it writes to is locked, so that of two processes one is told that it came too late; what one
/// that was killed left behind is begun anew.
final class ColumnFileWriter {
  let path: String
  private let partial: String
  private let file: Int32
  /// Where the next bytes go.
  private(set) var end = 0
  private var isDone = false
  private(set) var sections: [ColumnDirectory.Section] = []

  init(_ path: String) throws(ColumnFileProblem) {
    self.path = path
    partial = path + ".part"
    file = try Self.lock(partial, for: path)
    guard ftruncate(file, 0) == 0 else { throw Self.problem(path) }
  }

  /// A file of our own: until it is locked, its name may have gone to another.
  private static func lock(_ partial: String, for path: String) throws(ColumnFileProblem) -> Int32 {
    while true {
      let file = open(partial, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { throw problem(path) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        close(file)
        throw .busy(file: path)
      }
      var (own, named) = (stat(), stat())
      if fstat(file, &own) == 0, stat(partial, &named) == 0, own.st_ino == named.st_ino,
        own.st_dev == named.st_dev
      {
        return file
      }
      close(file)
    }
  }

  deinit {
    // While it is locked: nobody else has begun to write to it.
    if !isDone { unlink(partial) }
    close(file)
  }

  /// Leaves room for what stands first.
  func skip(_ count: Int) throws(ColumnFileProblem) {
    try write([UInt8](repeating: 0, count: ColumnDirectory.rounded(count)))
  }

  func add<Element>(
    _ name: String, _ cells: Cells<Element>, hasNone: Bool = false
  ) throws(ColumnFileProblem) {
    let width = MemoryLayout<Element>.stride
    let first = end
    let bytes = cells.count * width
    try write(cells)
    let rest = ColumnDirectory.rounded(bytes) - bytes
    if rest > 0 { try write([UInt8](repeating: 0, count: rest)) }
    sections.append(
      .init(
        name: name, width: width, count: cells.count, offset: first,
        checksum: Checksum.ofPadded(cells), hasNone: hasNone))
  }

  func write(_ bytes: [UInt8]) throws(ColumnFileProblem) { try write(Cells(bytes)) }

  private func write<Element>(_ cells: Cells<Element>) throws(ColumnFileProblem) {
    let count = cells.count * MemoryLayout<Element>.stride
    guard cells.write(to: file, at: end) else { throw Self.problem(path) }
    end += count
  }

  /// Puts the first bytes in their place, and the file in the place of the other once all of it lies
  /// on the disk.
  func finish(_ head: [UInt8]) throws(ColumnFileProblem) {
    guard Cells(head).write(to: file, at: 0), fsync(file) == 0, rename(partial, path) == 0 else {
      throw Self.problem(path)
    }
    isDone = true
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem(path) }
    defer { close(descriptor) }
    // The name too is to outlast a power cut.
    guard fsync(descriptor) == 0 else { throw Self.problem(path) }
  }

  private static func problem(_ path: String) -> ColumnFileProblem {
    switch errno {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(file: path)
    default: .notWritable(file: path)
    }
  }
}
