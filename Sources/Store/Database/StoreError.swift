/// Why the store could not do what it was asked.
package enum StoreError: Error, Sendable, Equatable {
  /// The file is not there, or may not be opened.
  case cannotOpen(path: String)
  /// Another process kept the file locked for longer than the store waits.
  case locked(path: String)
  case readOnly(path: String)
  case diskFull(path: String)
  /// The file is something else, or was cut short or damaged; the data was not touched.
  case damaged(path: String, detail: String)
  /// A newer program has written the file.
  case newer(path: String, version: Int, known: Int)
  /// What a migration says now is not what was once run under its number.
  case migrationChanged(number: Int, name: String)
  /// Reading or writing failed below the database.
  case device(path: String, detail: String)
  /// The rows contradict a rule of the schema.
  case constraint(detail: String)
  /// A statement that the database does not accept: a mistake in the program.
  case defect(String)
}
