extension Stylesheet {
  /// The pages behind the sign-in.
  static let desk = """
    .desk ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.4rem;margin:0 0 1.6rem;padding:0;\
    border-bottom:1px solid var(--line)}
    .desk li{margin:0}
    .desk a{display:block;padding:.3rem 0;text-decoration:none;border-bottom:3px solid transparent}
    .desk a[aria-current]{border-color:var(--seal);color:var(--ink);font-weight:700}
    .chips{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0}
    .chips li{margin:0}
    .chips a{display:inline-block;border:2px solid var(--edge);border-radius:999px;padding:.1em .8em;\
    text-decoration:none}
    .sieve{display:flex;flex-wrap:wrap;gap:0 1.4rem;align-items:end;margin-bottom:1rem}
    .sieve .field{margin-bottom:.8rem}
    .sieve button{margin-bottom:.8rem}
    .cases td,.cases thead th+th{text-align:left}
    .cases td:last-child,.cases thead th:last-child{text-align:right}
    .late{color:var(--bad)}
    .bulk{background:var(--wash);border-radius:6px;padding:1rem 1.2rem;margin:1rem 0}
    textarea.plain{min-height:6em;font-family:inherit;font-size:1rem}
    input[type=password]{font:inherit;color:inherit;background:var(--paper);\
    border:2px solid var(--edge);border-radius:4px;padding:.45em .6em;max-width:100%}

    """
}
