extension Stylesheet {
  static let forms = """
    fieldset{border:0;margin:0;padding:0;min-width:0}
    legend,.ask{display:block;padding:0;font-weight:700}
    .question legend,.question .ask,h1 label{font-size:1.7rem;line-height:1.35;margin:0 0 .5em}
    .question h1{font-size:inherit;margin:0}
    .step{color:var(--soft);margin:0 0 .4em}
    .hint{color:var(--soft);margin:0 0 .8em}
    .field{margin-bottom:1.6rem}
    input[type=text],input[type=password],input[type=file],textarea,select{font:inherit;color:inherit;\
    background:var(--paper);border:2px solid var(--edge);border-radius:4px;padding:.45em .6em;\
    max-width:100%}
    input[type=text],input[type=password]{width:22em}
    input.short{width:7em}
    input.medium{width:12em}
    textarea{width:100%;min-height:18em;font-family:ui-monospace,monospace;font-size:.88rem;\
    resize:vertical}
    .parts{display:flex;flex-wrap:wrap;gap:1rem}
    .parts label{display:block}
    .parts input{width:4.5em}
    .parts input.year{width:6em}
    .choice{position:relative;display:flex;gap:.8rem;margin-bottom:.7rem}
    .choice input{appearance:none;flex:none;width:2rem;height:2rem;margin:0;\
    border:2px solid var(--edge);background:var(--paper);border-radius:50%;cursor:pointer}
    .choice input[type=checkbox]{border-radius:4px}
    .choice input:checked{border-color:var(--act);border-width:.62rem}
    .choice label{padding:.1rem 0;cursor:pointer;min-width:0}
    .choice label span{display:block;color:var(--soft);font-size:.94rem}
    .or{margin:1.1rem 0 .9rem;color:var(--soft)}
    .buttons{display:flex;flex-wrap:wrap;gap:.8rem 1rem;align-items:center;margin:1.8rem 0 0}
    button,.button{font:inherit;font-weight:700;display:inline-block;border:2px solid var(--act);\
    border-radius:5px;background:var(--act);color:var(--act-ink);padding:.55em 1.3em;\
    text-decoration:none;cursor:pointer;min-height:2.9rem}
    button.quiet,.button.quiet{background:transparent;color:var(--link);border-color:var(--edge)}
    button:hover,.button:hover{filter:brightness(1.12);text-decoration:underline}
    .wrong{border-left:5px solid var(--bad);padding-left:1rem}
    .wrong input,.wrong textarea{border-color:var(--bad)}
    .error{color:var(--bad);font-weight:700;margin:0 0 .6em}
    .errors{border:3px solid var(--bad);border-radius:5px;background:var(--bad-wash);\
    padding:1rem 1.25rem;margin-bottom:2rem}
    .errors h2{margin:0 0 .4em;font-size:1.2rem}
    .errors ul{margin:0}
    .errors a{color:var(--bad);font-weight:700}
    .item{border-top:1px solid var(--line);padding:.8rem 0 0}
    .item legend{float:left;width:100%;margin-bottom:.5rem}
    .item .field{margin-bottom:.9rem}
    .row{display:flex;flex-wrap:wrap;gap:.2rem 1rem;clear:both}
    .row label{display:block}
    .row>*{min-width:0;max-width:100%}
    .list{flex:1 1 100%}
    .list .row{gap:.5rem;margin-bottom:.5rem}
    .columns{columns:20rem}
    .answers{border-top:1px solid var(--line)}
    .answers>div{display:grid;grid-template-columns:minmax(9rem,2fr) 3fr auto;gap:.2rem 1.2rem;\
    padding:.7rem 0;border-bottom:1px solid var(--line)}
    .answers dt{font-weight:700}
    .answers dd{margin:0;min-width:0}

    """
}
