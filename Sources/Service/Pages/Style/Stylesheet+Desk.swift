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
    .rows .figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    .rows td,.rows th{padding:.45em 0 .45em 1.2em}
    .rows td:first-child,.rows th:first-child{padding-left:0}
    .rows th,.rows td{min-width:0}
    .rows .tick{width:2rem}
    .rows tbody th{font-weight:400}
    .rows .detail{overflow-wrap:anywhere}
    .rows code{overflow-wrap:normal}
    .rows th a{white-space:nowrap}
    .rows .total>*{font-weight:700;border-bottom:2px solid var(--edge)}
    .rows input[type=text]{width:100%;min-width:5em}
    @media(max-width:44rem){
    .rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .rows,.rows tbody,.rows tr{display:block}
    .rows tr{padding:.6rem 0;border-bottom:1px solid var(--edge)}
    .rows tr>*{display:flex;gap:0 1.2rem;justify-content:space-between;border:0;\
    padding:.1rem 0;white-space:normal;text-align:right}
    .rows tr>*:first-child{padding:.1rem 0}
    .rows tbody th{font-weight:700;text-align:left}
    .rows .tick{float:left;margin-right:.7rem}
    .rows [data-label]::before{content:attr(data-label);color:var(--soft);text-align:left;\
    flex:none}}
    .brief{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;list-style:none;padding:0}
    .brief li{margin:0}
    .sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem;\
    margin:0 0 1.6rem}
    .sums>div{background:var(--wash);border-radius:6px;padding:.7rem 1rem}
    .sums dt{color:var(--soft);font-size:.94rem}
    .sums dd{margin:0;font-weight:700;font-variant-numeric:tabular-nums}
    .late{color:var(--bad)}
    .bulk{background:var(--wash);border-radius:6px;padding:1rem 1.2rem;margin:1rem 0}
    .sheet details{margin-bottom:1.6rem}
    textarea.plain{min-height:6em;font-family:inherit;font-size:1rem}
    input[type=password]{font:inherit;color:inherit;background:var(--paper);\
    border:2px solid var(--edge);border-radius:4px;padding:.45em .6em;max-width:100%}

    """
}
