extension Stylesheet {
  /// The pages behind the sign-in.
  static let office = """
    form+p,form+form{margin-top:1.4rem}
    .secret{display:inline-block;font-size:1.2rem;letter-spacing:.06em;padding:.5em .8em}
    .entries{list-style:none;padding:0;border-top:1px solid var(--line)}
    .entries>li{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;\
    align-items:baseline;padding:.7rem 0;margin:0;border-bottom:1px solid var(--line)}
    .entries>li>div{flex:1 1 16rem;min-width:0}
    .entries p{margin:0}
    .entries button{min-height:0;padding:.3em .9em}
    .entries .buttons{margin:.5rem 0 0}
    .entries input{margin-bottom:.3rem}
    .tour h3{margin:0}
    .tour p{margin:.3rem 0 0}
    .tour form{margin-top:.8rem}
    .filters{display:flex;flex-wrap:wrap;gap:.7rem 1rem;align-items:end;margin:0 0 2rem}
    .filters label{display:block}
    .filters input[type=text]{width:10em}
    .filters button{min-height:0;padding:.45em 1em}

    """
}
