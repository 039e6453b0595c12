import Foundation
import Glibc

/// Values of one width in a row, that never change: in memory of their own, or where a file is mapped.
/// Whoever reads them need not know which.
///
/// All raw memory of this target is in this file. A pointer is valid as long as its `owner` lives,
/// which every copy of the cells keeps alive, and each access is checked against `count`.
struct Cells<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  // Sendable: nothing writes to the memory once the cells are made.
  private let base: UnsafePointer<Element>?
  let count: Int
  private let owner: AnyObject?

  init() {
    base = nil
    count = 0
    owner = nil
  }

  init(_ values: some Collection<Element>) {
    self.init(count: values.count) { target in _ = target.initialize(from: values) }
  }

  /// Cells that several threads fill, a block each.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - block: how many a block has.
  ///   - make: the values of a range; called from any thread. What is missing at its end is zero.
  init(count: Int, blocksOf block: Int, _ make: @Sendable (Range<Int>) -> [Element]) {
    self.init(count: count) { target in
      // Blocks do not overlap, so that threads write to memory of their own each.
      nonisolated(unsafe) let target = target
      DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { number in
        let range = number * block..<Swift.min(count, (number + 1) * block)
        let values = make(range)
        precondition(values.count == range.count, "a block of another length")
        _ = UnsafeMutableBufferPointer(rebasing: target[range]).initialize(from: values)
      }
    }
  }

  private init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let memory = OwnMemory(bytes: count * MemoryLayout<Element>.stride)
    // The memory is aligned for every element, and `fill` sets all of it.
    let target = memory.pointer.bindMemory(to: Element.self, capacity: count)
    fill(UnsafeMutableBufferPointer(start: target, count: count))
    base = UnsafePointer(target)
    self.count = count
    owner = memory
  }

  /// A part of a mapped file, which stays mapped as long as the cells are there; `nil` where it has no
  /// such part.
  ///
  /// - Parameters:
  ///   - file: where they lie.
  ///   - offset: in bytes; a multiple of the element's size.
  ///   - count: how many elements.
  init?(_ file: MappedFile, at offset: Int, count: Int) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, offset >= 0, count >= 0, bytes <= file.count - offset,
      offset % MemoryLayout<Element>.alignment == 0
    else { return nil }
    // Within the mapping, which begins on a page, and every pattern of bits is an integer.
    base = (file.pointer + offset).bindMemory(to: Element.self, capacity: count)
    self.count = count
    owner = file
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "there is no such cell")
    defer { withExtendedLifetime(owner) {} }
    return base.unsafelyUnwrapped[index]
  }

  /// The cells for loops that go over many, as long as these are there.
  var span: Span<Element> {
    @_lifetime(borrow self)
    borrowing get {
      // The span cannot outlive what it is borrowed from, which holds the owner of the memory.
      let span = Span(_unsafeElements: UnsafeBufferPointer(start: base, count: count))
      return _overrideLifetime(span, borrowing: self)
    }
  }

  /// Writes the cells to a file as they lie in memory.
  ///
  /// - Parameters:
  ///   - file: an open file.
  ///   - offset: where the first byte goes.
  /// - Returns: whether all of them were written; else `errno` says why.
  func write(to file: Int32, at offset: Int) -> Bool {
    defer { withExtendedLifetime(owner) {} }
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count))
    var done = 0
    while done < bytes.count {
      // Pieces, so that one that is interrupted is not all of it.
      let piece = UnsafeRawBufferPointer(
        rebasing: bytes[done..<Swift.min(bytes.count, done + 1 << 24)])
      let written = pwrite(file, piece.baseAddress, piece.count, off_t(offset + done))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }

  /// The cells as 64-bit words, filled up with zeros to a multiple of so many bytes.
  func words(paddedTo alignment: Int) -> Cells<UInt64> {
    defer { withExtendedLifetime(owner) {} }
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count))
    let length = (bytes.count + alignment - 1) / alignment * alignment
    return Cells<UInt64>(count: length / 8) { target in
      let raw = UnsafeMutableRawBufferPointer(target)
      raw.copyMemory(from: bytes)
      for place in bytes.count..<length { raw[place] = 0 }
    }
  }
}

/// Memory that lives as long as this.
private final class OwnMemory {
  let pointer: UnsafeMutableRawPointer

  init(bytes: Int) { pointer = .allocate(byteCount: Swift.max(bytes, 1), alignment: 64) }

  deinit { pointer.deallocate() }
}

/// A file whose bytes are read where they lie. Whoever replaces it gives its name to another one, so
/// that what is mapped stays what it was.
final class MappedFile: @unchecked Sendable {
  // Sendable: mapped for reading only.
  fileprivate let pointer: UnsafeRawPointer
  let count: Int

  /// `nil` where there is none, or none that can be read; `errno` says why: `EINVAL` where it is empty or
  /// no file of bytes.
  ///
  /// - Parameter path: of the file.
  init?(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      errno = EINVAL
      return nil
    }
    let size = Int(status.st_size)
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), memory != MAP_FAILED
    else { return nil }
    pointer = UnsafeRawPointer(memory)
    count = size
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: pointer), count) }
}
