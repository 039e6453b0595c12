/// Why the registry cannot be opened, or does not take what it was given.
package enum RegistryProblem: Error, Sendable, Equatable {
  // Opening.
  case nestedChildren(field: String)
  case fieldChanged(field: String, from: String, to: String)
  case wrongKey(database: String, keyFile: String)
  /// The file is there and nothing stands in it.
  case emptied(database: String)
  case keyLost(database: String, keyFile: String)
  // Facts.
  case unknownParty(id: String)
  case partyOfOtherType(id: String, type: String)
  case wrongParty(record: String, party: String, type: String)
  case wrongReference(field: String, id: String, type: String)
  /// `nil` for what has no id.
  case repeated(type: String, id: String?)
  /// A record without an id that says what another of the same change says.
  case sameTwice(type: String)
  /// A record that agrees with another of the same change in the fields of its key.
  case keyTwice(type: String, fields: [String])
  case unknownRecord(type: String, id: String?)
  case unfit(field: String, value: String)
  // Local values.
  case overlappingValue(name: String, number: Int64)
  case unknownValue(number: Int64)
  // Reading.
  case unreadable(field: String, party: String)
}
