/// Something that carries letters of one channel out of the service.
package protocol Sender: Sendable {
  var channel: Channel { get }

  /// The longest that `send` takes, s: for so long nobody else takes up the letter.
  var patience: Int64 { get }

  /// Hands a letter over; returns when whoever takes it has said so. Blocks the thread.
  ///
  /// - Throws: `SendingFailure`; the letter may then have arrived all the same.
  func send(_ letter: Letter) throws(SendingFailure)
}
