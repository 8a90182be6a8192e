/** The page's own style: light, dark and paper. Words say what colours say. */
export const STYLE = `
:root{color-scheme:light dark;
--page:#f6f7f9;--card:#fff;--ink:#18202b;--soft:#4d5a6b;--line:#d8dee6;--head:#eef1f5;
--block:#b3261e;--block-soft:#fbe9e7;--warn:#8a4b00;--warn-soft:#fdf0d9;--note:#4d5a6b;--good:#1b6b3a;--bar:#3d6fb4;--focus:#1f5fbf}
@media(prefers-color-scheme:dark){:root{
--page:#12161c;--card:#1b212a;--ink:#e8ecf2;--soft:#a9b4c2;--line:#343d4a;--head:#232b36;
--block:#ff9d94;--block-soft:#3d2220;--warn:#f4bd6a;--warn-soft:#38290f;--note:#a9b4c2;--good:#7fd6a0;--bar:#7aa7e6;--focus:#8db9ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
main,header.top,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header.top{padding-top:32px}
h1{font-size:28px;line-height:1.2;margin:4px 0 6px;letter-spacing:-.01em}
h2{font-size:20px;line-height:1.3;margin:40px 0 4px}
h3{font-size:16px;margin:0}
p{margin:6px 0}
.eyebrow{margin:0;color:var(--soft);font-weight:600}
.soft{color:var(--soft)}
a{color:var(--focus)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;padding:0;margin:14px 0 0}
dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:22px 0 12px}
dl.figures div:last-child{grid-column:1/-1}
@media(min-width:900px){dl.figures{grid-template-columns:repeat(4,1fr) minmax(max-content,1.2fr)}dl.figures div:last-child{grid-column:auto}}
dl.figures div{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px}
dl.figures dt{color:var(--soft);font-size:14px}
dl.figures dd{margin:0;font-size:25px;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
dl.figures dd small{display:block;font-size:13px;font-weight:400;color:var(--soft);line-height:1.4}
.alert{border:1px solid var(--warn);border-left-width:5px;border-radius:10px;background:var(--card);padding:10px 16px;margin:18px 0 0}
.is-block dd{color:var(--block)}.is-warn dd{color:var(--warn)}.is-good dd{color:var(--good)}
.split{display:flex;height:12px;border-radius:6px;overflow:hidden;background:var(--line);gap:2px}
.split i{display:block;min-width:3px}
.split .b{background:var(--block)}.split .w{background:var(--warn)}.split .g{background:var(--good)}
.wide{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;margin-top:12px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:10px 16px;color:var(--soft);font-size:14px}
th,td{text-align:left;vertical-align:top;padding:9px 16px;border-top:1px solid var(--line)}
thead th{background:var(--head);font-size:13px;white-space:nowrap;border-top:0}
caption+thead th{border-top:1px solid var(--line)}
tbody th{font-weight:600}
td.n,th.n{text-align:right;white-space:nowrap}
th.what{min-width:260px}
.tag{display:inline-block;border-radius:5px;padding:0 8px;font-size:13px;font-weight:650;line-height:1.6;white-space:nowrap}
.tag.block{color:var(--block);background:var(--block-soft)}
.tag.warn{color:var(--warn);background:var(--warn-soft)}
.tag.note{color:var(--note);background:var(--head)}
code{white-space:nowrap}
code,.id{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:12.5px}
.id,.place{color:var(--soft);overflow-wrap:anywhere}
.place{font-size:13px}
.under{display:block;font-weight:400;white-space:nowrap}
.bar{display:block;height:5px;border-radius:3px;background:var(--bar);margin:5px 0 0 auto}
form.filter{display:flex;flex-wrap:wrap;gap:10px 14px;align-items:end;margin:12px 0}
form.filter[hidden]{display:none}
form.filter label{display:flex;flex-direction:column;font-size:13px;color:var(--soft);gap:3px;max-width:100%}
input,select,button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:7px;padding:6px 10px;max-width:280px;min-height:38px}
button{cursor:pointer}
output{padding:7px 0;color:var(--soft)}
article{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;margin:12px 0}
article[hidden]{display:none}
article header{display:flex;flex-wrap:wrap;gap:2px 18px;justify-content:space-between;align-items:baseline}
article header p{margin:0}
article .lines{margin:4px 0 8px;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:2px 18px;color:var(--soft);font-variant-numeric:tabular-nums}
article .found{margin:0;padding:0;list-style:none}
article .found>li{display:grid;grid-template-columns:64px 62px 1fr;gap:0 10px;padding:7px 0;border-top:1px solid var(--line)}
article .found p{margin:0}
ul.plain{padding-left:20px;margin:8px 0}
ul.plain li{margin:3px 0}
footer{margin-top:44px;padding-bottom:40px;color:var(--soft)}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:16px}
@media(max-width:640px){
table.stacks,.stacks tbody,.stacks tr,.stacks td,.stacks th{display:block}
.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacks tr{padding:9px 16px;border-top:1px solid var(--line)}
.stacks tbody tr:first-child{border-top:0}
.stacks tbody th,.stacks tbody td{padding:2px 0;border:0}
.stacks td.n{display:inline-block;margin-right:18px;text-align:left}
.stacks td.n::before{content:attr(data-of) " ";color:var(--soft);font-size:13px}
.stacks .bar{display:none}
article .found>li{grid-template-columns:auto 1fr}article .found>li>div{grid-column:1/-1}main,header.top,footer{padding-left:14px;padding-right:14px}}
@media print{
@page{margin:14mm 12mm}
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#3c4653;--line:#b9c1cb;--head:#eef1f5;--block:#a11d16;--block-soft:#fff;--warn:#7a4200;--warn-soft:#fff;--note:#3c4653;--good:#14562d;--bar:#5b6b80}
body{font-size:10pt;background:#fff}
main,header.top,footer{max-width:none;padding-left:0;padding-right:0}
header.top{padding-top:0}
nav,form.filter,.no-print{display:none!important}
h1{font-size:20pt}h2{font-size:14pt;margin-top:20pt;break-after:avoid}
.wide{overflow:visible;border-radius:0}
table{font-size:9pt}th,td{padding:3pt 5pt}
th.what{min-width:0}
thead{display:table-header-group}
tr,article .found>li,dl.figures div{break-inside:avoid}
.cards{columns:2;column-gap:10pt}
article{border-radius:0;padding:5pt 7pt;margin:0 0 8pt;break-inside:avoid;font-size:9pt}
article .found>li{grid-template-columns:42pt 1fr;padding:4pt 0}
article .found>li>div{grid-column:1/-1}
article header{break-after:avoid}
.tag{border:1px solid currentColor}
.split i,.bar,.tag,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
dl.figures{grid-template-columns:repeat(4,1fr) minmax(max-content,1.2fr);gap:6pt}
dl.figures div:last-child{grid-column:auto}
dl.figures dt,dl.figures dd small,caption,thead th{font-size:8.5pt}
.id,.place,.tag,code{font-size:8pt}
.alert{border-radius:0;padding:4pt 8pt;break-inside:avoid}
dl.figures div{border-radius:0;padding:4pt 8pt}
dl.figures dd{font-size:14pt}
a{color:inherit;text-decoration:none}
}`;
