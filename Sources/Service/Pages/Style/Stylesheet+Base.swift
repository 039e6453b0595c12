extension Stylesheet {
  /// Every text colour reaches 7 : 1 against the ground it stands on, lines of controls 3 : 1.
  static let colours = """
    :root{
      --ink:#16212b;--soft:#44515e;--paper:#fff;--wash:#f3f6f7;--line:#cfd7dc;--edge:#6b7883;
      --link:#0b4f6c;--act:#0b5876;--act-ink:#fff;--seal:#a4262c;--code:#eef2f4;
      --yes:#0a5c38;--yes-wash:#e6f3ec;--wait:#6d4200;--wait-wash:#fcf1dc;
      --no:#44515e;--no-wash:#eef0f2;--bad:#9b1c1c;--bad-wash:#fdecec;--focus:#ffca28}
    @media(prefers-color-scheme:dark){:root{
      --ink:#eef2f4;--soft:#b9c4cc;--paper:#12181d;--wash:#1b242b;--line:#37444e;--edge:#8b98a3;
      --link:#8fd0ea;--act:#9bd6ee;--act-ink:#0b1a22;--seal:#a4262c;--code:#202b33;
      --yes:#8fe0b5;--yes-wash:#12291e;--wait:#ffcf7d;--wait-wash:#2e230d;
      --no:#c3ccd3;--no-wash:#232c33;--bad:#ffb4ab;--bad-wash:#3a1917;--focus:#ffca28}}

    """

  static let base = """
    *,*::before,*::after{box-sizing:border-box}
    html{font:112.5%/1.65 system-ui,"PingFang SC","Noto Sans CJK SC","Noto Sans SC",\
    "Microsoft YaHei",sans-serif;color:var(--ink);background:var(--paper);\
    -webkit-text-size-adjust:100%;overflow-wrap:break-word}
    html:lang(zh-CN){font-family:"PingFang SC","Noto Sans CJK SC","Noto Sans SC",\
    "Microsoft YaHei",system-ui,sans-serif}
    body{margin:0;min-height:100vh;display:flex;flex-direction:column}
    h1,h2,h3,h4{line-height:1.3;margin:2.2em 0 .6em;font-weight:700;text-wrap:balance}
    h1{font-size:2rem;margin-top:0}
    h2{font-size:1.45rem}
    h3{font-size:1.2rem}
    h4{font-size:1rem}
    p,ul,ol,dl,pre{margin:0 0 1.1em}
    ul,ol{padding-left:1.4em}
    li+li{margin-top:.3em}
    a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
    a:hover{text-decoration-thickness:3px}
    :focus-visible{outline:3px solid var(--ink);outline-offset:2px;\
    box-shadow:0 0 0 7px var(--focus);border-radius:2px}
    [id]{scroll-margin-top:1rem}
    main:focus{outline:0}
    code,pre{font-family:ui-monospace,"Cascadia Code","Noto Sans Mono CJK SC",monospace;\
    font-size:.88em;background:var(--code);border-radius:3px}
    code{padding:.1em .3em;overflow-wrap:anywhere}
    pre{padding:.8em 1em;white-space:pre-wrap;overflow-wrap:anywhere}
    .lead{font-size:1.2rem;color:var(--soft)}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    .soft{color:var(--soft)}
    .small{font-size:.88rem}
    .number{font-variant-numeric:tabular-nums}

    """

  static let frame = """
    .skip{position:absolute;left:-999em;background:var(--focus);color:#16212b;padding:.6em 1em;\
    z-index:1}
    .skip:focus{left:0;top:0}
    .strip{margin:0;background:var(--wait-wash);color:var(--ink);font-size:.94rem;padding:.35rem 0}
    .strip .bar{display:block}
    .bar,main{width:100%;max-width:66rem;margin:0 auto;padding:0 1.25rem}
    main{flex:1;padding-top:2.2rem;padding-bottom:4rem}
    main.narrow>*{max-width:40rem}
    .banner{border-bottom:1px solid var(--line);border-top:4px solid var(--seal)}
    .banner>.bar{display:flex;gap:.5rem 1.5rem;align-items:center;\
    justify-content:space-between;padding-top:.8rem;padding-bottom:.8rem}
    .brand{min-width:0;display:flex;gap:.8rem;align-items:center;color:var(--ink);text-decoration:none}
    .brand strong{font-size:1.25rem;letter-spacing:.04em}
    .seal{background:var(--seal);color:#fff;font-weight:700;font-size:1.3rem;line-height:2.2rem;\
    width:2.2rem;text-align:center;border-radius:5px;flex:none}
    .tagline{display:block;font-size:.88rem;line-height:1.4;color:var(--soft)}
    .banner nav.bar{padding-top:0;padding-bottom:0}
    .banner nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.8rem;margin:0;padding:0}
    .banner nav li{margin:0}
    .banner nav a{display:block;padding:.5rem 0 .45rem;text-decoration:none;\
    border-bottom:3px solid transparent}
    .banner nav a:hover{border-color:var(--line)}
    .banner nav a[aria-current]{border-color:var(--seal);color:var(--ink);font-weight:700}
    .corner{display:flex;flex-wrap:wrap;gap:0 1.2rem;align-items:baseline;\
    justify-content:flex-end;font-size:.94rem}
    .language{padding:.2rem 0;white-space:nowrap}
    .foot{border-top:1px solid var(--line);background:var(--wash);font-size:.88rem;\
    color:var(--soft);padding:1.5rem 0}
    .foot p{margin:0 0 .4em;max-width:46rem}
    .back{display:inline-block;margin-bottom:1.6rem}
    .back::before{content:"←";margin-right:.4em}

    """
}
