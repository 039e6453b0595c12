import Office
package import Store

extension People {
  /// Makes an administrator for all regions without one who asks for it: for whoever runs the
  /// service, on its own machine, and only until there are two. From then on administrators make
  /// each other.
  ///
  /// - Parameters:
  ///   - account: who it is.
  ///   - password: from `prepare`; it must be changed at the first sign-in.
  ///   - connection: the transaction.
  /// - Returns: the number of the account.
  /// - Throws: `PeopleProblem.administratorsExist` once there are two; `PeopleProblem`,
  ///   `StoreError`, `CryptographyFailure`.
  package func bootstrap(
    _ account: NewAccount, _ password: PreparedPassword, _ connection: borrowing Connection
  ) throws -> Int64 {
    guard try holdersEverywhere(of: .administrator, connection).count < 2 else {
      throw PeopleProblem.administratorsExist
    }
    let user = try insert(account, password, by: .system, connection)
    let number = try insert(
      Grant(.administrator), to: user, lastDay: nil, parent: nil, because: "bootstrap", by: .system,
      connection)
    try add(.confirmed, to: number, because: "bootstrap", by: .system, connection)
    return user
  }
}
