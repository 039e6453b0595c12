/// Whether a request that changes something comes from a page of this service.
///
/// `Sec-Fetch-Site` decides where the browser sends it (W3C Fetch Metadata); else `Origin` does. An
/// opaque origin, `null`, says nothing: pages with `Referrer-Policy: no-referrer` send it
/// themselves. Then the cookie's `SameSite` keeps the session out of it.
///
/// - Parameters:
///   - headers: of the request.
///   - authority: of this service, as the request names it.
///   - isSecure: the request came by HTTPS, and so must the page; else a tunnel may stand in
///     between.
/// - Returns: whether another site has sent it.
func isCrossSite(_ headers: Headers, authority: String, isSecure: Bool) -> Bool {
  if let site = headers["Sec-Fetch-Site"] { return site != "same-origin" && site != "none" }
  guard let origin = headers["Origin"], origin != "null" else { return false }
  let own = (isSecure ? ["https://"] : ["http://", "https://"]).map { $0 + authority.lowercased() }
  return !own.contains(origin.lowercased())
}
