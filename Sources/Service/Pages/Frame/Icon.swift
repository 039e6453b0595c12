/// The seal in the browser's tab.
package enum Icon {
  package static let path = "/assets/icon-\(fingerprint(of: text)).svg"
  package static let text = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
    <rect width="32" height="32" rx="5" fill="#a4262c"/>\
    <path d="M8 8h16v3.2h-6.4v9.6H25V24H7v-3.2h7.4v-9.6H8z" fill="#fff"/></svg>
    """
}
