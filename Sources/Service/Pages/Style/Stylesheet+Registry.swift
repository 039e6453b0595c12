extension Stylesheet {
  /// Search, the pages of workers and organisations, the overview.
  static let registry = """
    .search>div{display:flex;flex-wrap:wrap;gap:.7rem}
    .search input[type=text]{flex:1 1 14rem;width:auto;font-size:1.2rem;min-height:2.9rem}
    .search{margin-bottom:2.4rem;max-width:44rem}
    .wide>h1 label{margin:0;font-size:2rem}
    .count{font-weight:400;color:var(--soft);font-size:1rem}
    .lines{list-style:none;padding:0;border-top:1px solid var(--line)}
    .lines>li{display:grid;grid-template-columns:minmax(8rem,2fr) 3fr 2fr 3fr;gap:0 1.2rem;\
    align-items:baseline;padding:.45rem 0;margin:0;border-bottom:1px solid var(--line)}
    .lines a{font-weight:700;font-size:1.06rem}
    .lines span{color:var(--soft);font-size:.94rem;font-variant-numeric:tabular-nums;min-width:0}
    .pager{display:flex;flex-wrap:wrap;gap:.8rem 1.2rem;align-items:center;margin:1.2rem 0 2rem}
    .pager .button{min-height:0;padding:.3em .9em}
    .empty{background:var(--wash);border-radius:6px;padding:1.3rem 1.5rem;max-width:44rem}
    .empty h2{margin-top:0}
    .empty ul{margin-bottom:0}
    .who p{margin:0}
    .who h1{margin-bottom:.8em}
    .notice{border-left:5px solid var(--wait);background:var(--wait-wash);padding:.9rem 1.2rem;\
    margin:0 0 1.6rem;border-radius:0 5px 5px 0}
    .notice p{margin:0}
    .sheet{display:grid;grid-template-columns:minmax(0,1fr) 18rem;gap:0 3rem;align-items:start}
    .sheet h2{margin:0 0 .6em}
    .sheet section{margin-bottom:2.6rem}
    .aside{background:var(--wash);border-radius:6px;padding:1.3rem 1.4rem;font-size:.94rem;\
    min-width:0}
    .aside h2{font-size:1.1rem}
    .aside section:last-child{margin:0}
    .aside select{width:100%}
    .aside button{min-height:0;padding:.3em 1em}
    .pairs{margin:0}
    .pairs>div{display:flex;flex-wrap:wrap;gap:0 .8rem;justify-content:space-between;\
    padding:.3rem 0;border-bottom:1px solid var(--line)}
    .pairs dt{color:var(--soft)}
    .pairs dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .sum{font-size:1.7rem;display:block;line-height:1.3}
    .outcomes{list-style:none;padding:0;border-top:1px solid var(--line)}
    .outcomes>li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1.5rem;\
    padding:.6rem 0;margin:0;border-bottom:1px solid var(--line)}
    .outcomes>li>div{flex:1 1 16rem;min-width:0}
    .outcomes h3,.timeline h3{margin:0;font-size:1.06rem}
    .outcomes p,.timeline p{margin:0}
    .outcomes .soft{font-size:.94rem}
    .chart{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 1rem;margin:0 0 1.2rem}
    .chart svg{display:block;overflow:visible}
    .lanes{padding-top:24px;font-size:14px;line-height:30px;color:var(--soft)}
    .lanes span{display:block}
    .chart .year{stroke:var(--line)}
    .chart text{fill:var(--soft);font-size:13px;text-anchor:middle}
    .chart .spell,.chart .point{fill:var(--link)}
    .chart .point{stroke:var(--paper);stroke-width:2px}
    .chart .open{fill:var(--yes)}
    .timeline{list-style:none;padding:0}
    .timeline>li{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:0 1.4rem;margin:0;\
    padding:.7rem 0;border-top:1px solid var(--line)}
    .when{color:var(--soft);font-size:.94rem}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1rem;\
    margin:0 0 2.6rem}
    .tiles>div{background:var(--wash);border-radius:6px;padding:.9rem 1.2rem}
    .tiles dt{color:var(--soft);font-size:.94rem}
    .tiles dd{margin:0;font-size:1.6rem;font-weight:700;line-height:1.3;\
    font-variant-numeric:tabular-nums}
    .tiles dd.small{font-size:.88rem;font-weight:400;margin-top:.2em}
    .figures td,.figures thead th+th{text-align:right;font-variant-numeric:tabular-nums;\
    padding:.4em 0 .4em 1.2em}
    .figures td{white-space:nowrap}
    .figures tbody th{font-weight:400}
    .figures .total>*{font-weight:700;border-bottom:2px solid var(--edge)}
    .plot,.sides{margin:0 0 1.2rem}
    .why{display:block;font-size:.88rem;font-weight:400;color:var(--soft)}
    .compared{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));\
    gap:0 3rem}
    .compared legend{font-size:1.2rem;margin:0 0 .8em}
    .compared select{width:100%}
    .result .rows{table-layout:fixed}
    .sides>div{justify-content:start}
    .piece{display:inline-block;margin-right:.9rem}

    """
}
