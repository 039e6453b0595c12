extension Stylesheet {
  static let policies = """
    .cards{list-style:none;padding:0;display:grid;gap:1rem;\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));max-width:none!important}
    .cards>li{margin:0;border:1px solid var(--line);border-radius:6px;padding:1.1rem 1.3rem}
    .cards h2,.cards h3{margin:0 0 .3em;font-size:1.2rem}
    .cards p{margin:0;color:var(--soft)}
    .document{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:0 3rem}
    .document>*{min-width:0}
    .contents{font-size:.94rem}
    .contents nav{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto}
    .contents h2{margin:0 0 .5em;font-size:1rem}
    .contents ol{list-style:none;padding:0}
    .facts-of{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1.2rem}
    .facts-of dt{color:var(--soft)}
    .facts-of dd{margin:0}
    .text>h2{border-top:2px solid var(--ink);padding-top:.8rem}
    .benefit,.stack{border:1px solid var(--line);border-radius:6px;padding:1.1rem 1.3rem;\
    margin:0 0 1.4rem;background:var(--paper)}
    .benefit>.name,.stack>.name{margin:0 0 .2em;font-size:1.2rem}
    .rules{list-style:none;padding:0;margin:1rem 0 0}
    .rules>li{border-top:1px solid var(--line);padding:.8rem 0 .4rem;margin:0}
    .rules p{margin:0 0 .3em}
    .kind{display:inline-block;min-width:3.2em;color:var(--soft);font-size:.88rem}
    .reads{padding-left:.9rem;border-left:3px solid var(--line)}
    .formula{font-size:.88rem}
    td>.reads{min-width:14rem}
    .scroll{position:relative;overflow-x:auto;margin:0 0 1.4rem;max-width:100%}
    table{border-collapse:collapse;width:100%;font-size:.94rem}
    caption{text-align:left;font-weight:700;padding:0 0 .5em}
    th,td{text-align:left;vertical-align:top;padding:.5em .9em .5em 0;\
    border-bottom:1px solid var(--line);min-width:4.5em}
    thead th{border-bottom:2px solid var(--edge)}
    td.figure{white-space:nowrap}
    .beside{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2rem;\
    border-top:2px solid var(--ink)}
    .beside h2{padding-top:.8rem}
    .issued{border-left:1px solid var(--line);padding:1rem 0 1rem 1.2rem;margin:0 0 1.4rem}
    .words{white-space:pre-wrap;overflow-wrap:anywhere}
    .issued img{max-width:100%;border:1px solid var(--line)}
    .changed{border-left:5px solid var(--wait);padding-left:1rem;margin:0 0 1.4rem}
    .changed .pieces{display:block;font-size:.88rem}
    .repealed .pieces{text-decoration:line-through}
    .assumption{border-left:5px solid var(--wait);background:var(--wait-wash);\
    padding:.9rem 1.2rem;margin:0 0 1.4rem;border-radius:0 5px 5px 0}
    .assumption p{margin:0 0 .3em}
    .finding{margin:.4rem 0 1rem}
    .finding.error{border-left-color:var(--bad);background:var(--bad-wash)}
    .remark{padding:0 0 .4em}
    .findings{margin:0 0 2rem;max-width:44rem}
    .findings h2{margin:0 0 .4em;font-size:1.2rem}
    .pair{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr))}
    .pair>*{min-width:0}
    .locals{border-left:5px solid var(--line);padding:.2rem 0 .2rem 1.2rem;margin:.6rem 0 1.4rem}

    """

  /// Phones, and screens enlarged four times.
  static let narrow = """
    @media(max-width:46rem){
      h1{font-size:1.6rem}
      .question legend,.question .ask,h1 label{font-size:1.35rem}
      .document,.beside{display:block}
      .contents nav{position:static;max-height:none}
      .answers>div,.sheet,.timeline>li,.lines>li{grid-template-columns:minmax(0,1fr)}
      .wide>h1 label{font-size:1.6rem}
      input[type=text],input[type=password]{width:100%}
      .parts input[type=text]{width:4.5em}
      .parts input[type=text].year{width:6em}
    }
    @media(max-width:26rem){
      .bar,main{padding-left:1rem;padding-right:1rem}
      .result,.benefit,.stack{padding:.9rem 1rem}
      .facts-of{display:block}
      .facts-of dd{margin-bottom:.5em}
      .buttons>*{width:100%;text-align:center}
    }
    @media(forced-colors:active){.choice input{appearance:auto}}

    """

  static let print = """
    @media print{
      .banner nav.bar,.language,.skip,.back,.buttons,.contents,.foot{display:none}
      .document{display:block}
      html{font-size:10.5pt}
      details::details-content{content-visibility:visible;display:block}
      .result,.benefit,tr{break-inside:avoid}
      a{color:inherit;text-decoration:none}
    }

    """
}
