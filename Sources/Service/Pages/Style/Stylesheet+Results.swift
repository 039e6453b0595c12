extension Stylesheet {
  static let results = """
    .tally{display:flex;flex-wrap:wrap;gap:.8rem;list-style:none;padding:0;margin:0 0 2rem}
    .tally li{flex:1 1 6rem;margin:0;border-radius:6px;padding:.7rem 1rem}
    .tally strong{display:block;font-size:1.9rem;line-height:1.2}
    .yes{background:var(--yes-wash);color:var(--yes)}
    .wait{background:var(--wait-wash);color:var(--wait)}
    .no{background:var(--no-wash);color:var(--no)}
    .result{border:1px solid var(--line);border-left:6px solid var(--no);border-radius:6px;\
    padding:1.1rem 1.3rem;margin:0 0 1.2rem;background:var(--paper)}
    .result.is-yes{border-left-color:var(--yes)}
    .result.is-wait{border-left-color:var(--wait)}
    .result h3{margin:0 0 .3em;font-size:1.2rem}
    .result p:last-child{margin-bottom:0}
    .tag{display:inline-block;border-radius:4px;padding:.05em .55em;font-weight:700;\
    font-size:.88rem}
    .amount{font-size:1.7rem;font-weight:700;line-height:1.3;margin:.2em 0 .3em}
    .amount small{font-size:1rem;font-weight:400;color:var(--soft)}
    details{margin-top:.9rem}
    summary{cursor:pointer;color:var(--link);font-weight:700;padding:.3rem 0}
    .reasons{list-style:none;padding:0;margin:.6rem 0 0}
    .reasons .reasons{margin-left:1.2rem}
    .reasons>li{border-top:1px solid var(--line);padding:.7rem 0;margin:0;display:grid;\
    grid-template-columns:1.7rem 1fr;gap:0 .4rem}
    .reasons>li>*{grid-column:2;min-width:0}
    .reasons>li>.mark{grid-column:1;grid-row:1;font-weight:700}
    .mark.yes,.mark.wait,.mark.no{background:none}
    .mark.bad{color:var(--bad)}
    .reasons p{margin:0}
    .facts{font-size:.88rem;color:var(--soft);margin:.2em 0 0;padding-left:1.1em}
    .sources{font-size:.94rem;margin:.9rem 0 0}
    .diagnostics{list-style:none;padding:0}
    .diagnostics li{border-left:5px solid var(--bad);background:var(--bad-wash);\
    padding:.7rem 1rem;margin:0 0 .8rem;border-radius:0 5px 5px 0}
    .diagnostics li p{margin:0 0 .3em}
    mark{background:var(--focus);color:#16212b}
    .diagnostics pre{margin:.3em 0;background:transparent;padding:0;white-space:pre;overflow-x:auto}

    """
}
