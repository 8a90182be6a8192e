import { loadLibrary } from '/work/main/bench/load-library.ts';
import { review } from '/work/main/core/src/review/review.ts';
import { prepareLibrary } from '/work/main/core/src/review/prepare.ts';
import { readFileSync } from 'node:fs';
const lib=prepareLibrary(loadLibrary());
const [c,...ids]=process.argv.slice(2);
for(const id of ids){
const text=c==='-'?readFileSync(id!,'utf8'):readFileSync(`/tmp/blind/${c}/mtsamples_pain_dev.jsonl`,'utf8').trim().split('\n').map(l=>JSON.parse(l)).find((r:any)=>r.id===id).text;
const r=review({context:{},documents:[{id:'note',text}]} as any,lib);
console.log('##',id,r.lines.map(l=>[l.code,...l.modifiers,'x'+l.units].join(' ')).join(' | '));
for(const p of r.procedures) console.log('  P',JSON.stringify(p).slice(0,700));
for(const f of r.findings.filter(f=>/^(facts|coding|procedure|note)/.test(f.id))) console.log('  F',f.id,f.severity,f.what, JSON.stringify(f.evidence.map((e:any)=>e.quote)).slice(0,300));
for(const n of r.trace.notEvaluated) console.log('  N',n);
}
