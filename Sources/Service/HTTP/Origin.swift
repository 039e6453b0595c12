/// Whether a request that changes something comes from a page of this service.
///
/// `Sec-Fetch-Site` decides where the browser sends it (W3C Fetch Metadata); else `Origin` does. An
/// opaque origin, `null`, says nothing: pages with `Referrer-Policy: no-referrer` send it
/// themselves. Then the cookie's `SameSite` keeps the session out of it.
func isCrossSite(_ headers: Headers, authority: String) -> Bool {
  if let site = headers["Sec-Fetch-Site"] { return site != "same-origin" && site != "none" }
  guard let origin = headers["Origin"], origin != "null" else { return false }
  return origin.lowercased() != "http://" + authority.lowercased()
    && origin.lowercased() != "https://" + authority.lowercased()
}
