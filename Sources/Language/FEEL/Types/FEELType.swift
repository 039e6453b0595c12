/// The type of a FEEL value (DMN 1.5, 10.3.2.1–10.3.2.9), and the two nominal kinds a host adds:
/// records and enumerations, whose members the host knows (`TypeEnvironment`).
public indirect enum FEELType: Sendable, Hashable {
  /// Every value; also the type of what cannot be known before it runs.
  case any
  /// The type of `null` alone.
  case null
  case boolean, number, string, date, time, dateTime
  case yearMonthDuration, dayTimeDuration
  case list(FEELType)
  case range(FEELType)
  case context([String: FEELType])
  case function([FEELType], result: FEELType)
  /// A record type or party type of the vocabulary, by its canonical id (`certificate`).
  case record(String)
  /// An enumeration of the vocabulary: a string or number of a closed set, by the id
  /// `type.field`. Its values are strings at run time.
  case enumeration(String)
}
