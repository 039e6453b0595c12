import Bureau
import Casework
import Core
import Cryptography
import HTTP
import Office
import Pages
import People
import Store

extension SignedRequest {
  /// What a form of this session carries; with a key of its own unless doing it twice does no harm.
  func form(key: String? = try? SignedRequest.newKey()) -> SignedForm {
    SignedForm(csrf: signed.csrf, key: key)
  }

  /// Names a request.
  static func newKey() throws(CryptographyFailure) -> String {
    Hexadecimal.text(try RandomBytes.make(16))
  }

  /// Whether a case is one's own, that of an organisation one speaks for, or in one's region.
  func maySee(_ record: CaseRecord) -> Bool {
    let parties = [record.entitlement.party, record.entitlement.owner]
    if let own = actor.party, parties.contains(own) { return true }
    if actor.organisations.contains(where: parties.contains) { return true }
    return actor.grants.contains { grant in
      grant.role.isOfficial && grant.organisation == nil && grant.covers(region: record.region)
    }
  }
}

extension Desk {
  /// What the holders of accounts are called.
  func names(
    _ users: [Int64], _ connection: borrowing Connection
  ) throws -> [Int64: String] {
    try bureau.people.names(of: Set(users), connection)
  }
}

extension Signer {
  /// The regions of the role and what lies in them, to be chosen from; empty where it is all.
  var regionsToChoose: [(code: String, name: Bilingual)] {
    let grants = actor.grants.filter { $0.role == role }
    guard !grants.contains(where: { $0.region == nil }) else { return [] }
    return Region.known(within: Set(grants.compactMap(\.region))).map { ($0.code, $0.name) }
  }
}
